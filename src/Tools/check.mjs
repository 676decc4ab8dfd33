// npm run check: what a reviewer need not look for. Warnings are errors in the build.
import { buildSolution, installPackages } from './builds.mjs'
import { main } from './processes.mjs'
import { clientCheck, clientTypesCheck, printSuite } from './suites.mjs'

await main(async (signal) => {
  await installPackages({ signal, say: console.log })
  await buildSolution(signal)
  console.log('✓ solution: builds without a warning')
  const results = [await clientCheck(signal), await clientTypesCheck(signal)]
  results.forEach(printSuite)
  return results.every((result) => result.failed === 0) ? 0 : 1
})
