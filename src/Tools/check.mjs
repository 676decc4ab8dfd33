// npm run check: what a reviewer need not look for. Warnings are errors in the build.
import { installPackages } from './builds.mjs'
import { main } from './processes.mjs'
import { clientCheck, clientTypesCheck, formatCheck, printSuite, solutionCheck } from './suites.mjs'

await main(async (signal) => {
  await installPackages({ signal, say: console.log })
  let failed = 0
  for (const check of [formatCheck, solutionCheck, clientCheck, clientTypesCheck]) {
    const result = await check(signal)
    printSuite(result)
    failed += result.failed
  }
  return failed === 0 ? 0 : 1
})
