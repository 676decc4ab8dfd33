// npm test [-- dotnet | client | e2e [the runner's own arguments]]: every test, or those of one part.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildClient, buildHost, buildSolution, installPackages } from './builds.mjs'
import { forTests, startDatabase } from './database.mjs'
import { Failure, main } from './processes.mjs'
import { startProduct } from './product.mjs'
import { clientCheck, clientSuite, clientTypesCheck, dotnetSuite, printSuite } from './suites.mjs'

const parts = ['dotnet', 'client', 'e2e']

await main(async (signal) => {
  const [part, ...args] = process.argv.slice(2)
  if (part && !parts.includes(part)) throw new Failure(`npm test -- ${parts.join(' | ')}`)
  const wanted = (name) => !part || part === name

  await installPackages({ signal, say: console.log })
  const folder = mkdtempSync(join(tmpdir(), 'modular-test-'))
  const finished = []
  const report = (result) => {
    printSuite(result)
    finished.push(result)
  }
  try {
    // Two lanes for two cores; the browser comes last and alone, where nothing makes it slow.
    await Promise.all([wanted('dotnet') && lane('dotnet', dotnetLane), wanted('client') && lane('client', clientLane)])
    if (wanted('e2e')) await lane('end-to-end', endToEnd)
    signal.throwIfAborted()
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }

  // A lane that breaks off, at its build say, counts as a failed test. After Ctrl-C each still puts away what it started.
  async function lane(name, work) {
    const start = Date.now()
    try {
      await work()
    } catch (error) {
      if (signal.aborted) return
      const failures = [error instanceof Failure ? error.message : error.stack]
      report({ name, seconds: (Date.now() - start) / 1000, passed: 0, failed: 1, skipped: 0, failures })
    }
  }

  async function dotnetLane() {
    await buildSolution(signal)
    report(await dotnetSuite('architecture-tests', 'Modular.ArchitectureTests', { signal, args }))
    if (wanted('client')) report(await clientTypesCheck(signal))
    const database = process.env.MODULAR_TEST_POSTGRES ? undefined : await startDatabase({ dataDir: join(folder, 'dotnet'), settings: forTests })
    try {
      const env = { MODULAR_TEST_SQLSERVER: '', ...(database && { MODULAR_TEST_POSTGRES: database.connectionString('postgres') }) }
      report(await dotnetSuite('tests', 'Modular.Tests', { signal, args, env }))
      if (process.env.MODULAR_TEST_SQLSERVER) report(await dotnetSuite('tests', 'Modular.Tests', { name: 'tests on SQL Server', signal, args }))
    } finally {
      await database?.stop()
    }
  }

  async function clientLane() {
    report(await clientCheck(signal))
    report(await clientSuite('client tests', 'test', { signal, args }))
    if (wanted('e2e')) await buildClient({ signal })
  }

  async function endToEnd() {
    await buildClient({ signal })
    await buildHost({ signal })
    const product = await startProduct({
      dataDir: join(folder, 'e2e'),
      env: { ConnectionStrings__Modular: '', Database__Provider: '', ASPNETCORE_ENVIRONMENT: 'Production' },
      settings: forTests,
      signal,
      say: console.log,
    })
    try {
      report(await clientSuite('end-to-end tests', 'e2e', { signal, args, env: { PRODUCT_URL: product.url } }))
    } finally {
      await product.stop()
    }
  }

  const sum = (count) => finished.reduce((total, result) => total + result[count], 0)
  console.log(`tests: ${sum('passed')} passed, ${sum('failed')} failed`)
  return sum('failed') === 0 ? 0 : 1
})
