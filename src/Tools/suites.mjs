import { existsSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { buildSolution } from './builds.mjs'
import { staleClientTypes } from './client-types.mjs'
import { inRoot } from './paths.mjs'
import { Failure, lastWords, npmCommand, run } from './processes.mjs'
import { readTrx, readVitest } from './reports.mjs'

const results = inRoot('.test-results')
const limit = 10 * 60_000

/** A compiled test project; `args` are the test runner's own, such as --filter-class. */
export function dotnetSuite(folder, assembly, { name = folder, env, args = [], signal }) {
  const report = `${name.replaceAll(' ', '-')}.trx`
  const command = [inRoot(folder, 'bin', 'Release', 'net10.0', `${assembly}.dll`), '--results-directory', results, '--report-xunit-trx', '--report-xunit-trx-filename', report, ...args]
  return suite(name, report, readTrx, 'dotnet', command, { env, signal })
}

/** A script of the client that runs vitest. */
export function clientSuite(name, script, { env, args = [], signal }) {
  const report = `${name.replaceAll(' ', '-')}.json`
  const command = npmCommand('run', script, '--workspace=client', '--', '--reporter=json', `--outputFile=${join(results, report)}`, ...args)
  return suite(name, report, readVitest, ...command, { env, signal })
}

async function suite(name, report, read, command, args, { env, signal }) {
  const file = join(results, report)
  const log = join(results, `${report}.log`)
  mkdirSync(results, { recursive: true })
  rmSync(file, { force: true })
  const start = Date.now()
  const code = await run(command, args, { env, log, signal: AbortSignal.any([signal, AbortSignal.timeout(limit)]), allowFailure: true }).catch((error) => {
    signal.throwIfAborted()
    return error.name === 'AbortError' ? `ended after ${limit / 60_000} minutes` : Promise.reject(error)
  })
  const result = { name, seconds: (Date.now() - start) / 1000, log, ...(existsSync(file) ? read(file) : { passed: 0, failed: 0, skipped: 0, failures: [] }) }
  if (result.failed === 0 && result.passed === 0) return broken(result, `ran no test (${code})\n${lastWords(log)}`)
  if (result.failed === 0 && code !== 0) return broken(result, `ended with ${code}\n${lastWords(log)}`)
  return result
}

const broken = (result, reason) => ({ ...result, failed: 1, failures: [`${result.name} ${reason}`] })

/** What is no test and must hold all the same; each counts as one. */
export const formatCheck = (signal) => check('C# format', signal, (log) =>
  run('dotnet', ['format', 'whitespace', '.', '--folder', '--verify-no-changes', '--exclude', 'node_modules'], {
    what: 'The C# format (mended by: dotnet format whitespace . --folder --exclude node_modules)', log, signal,
  }))

export const solutionCheck = (signal) => check('solution without warnings', signal, () => buildSolution(signal))

/** Format, lint and types. */
export const clientCheck = (signal) => check('client check', signal, (log) =>
  run(...npmCommand('run', 'check', '--workspace=client'), { what: 'npm run check --workspace=client', log, signal }))

export const clientTypesCheck = (signal) => check('client types', signal, async () => {
  const stale = await staleClientTypes(signal)
  if (stale.length > 0) throw new Failure(`Not what the host says: ${stale.join(', ')}\nnpm run gen:api makes them anew.`)
})

async function check(name, signal, work) {
  mkdirSync(results, { recursive: true })
  const start = Date.now()
  const failures = []
  try {
    await work(join(results, `${name.replaceAll(' ', '-')}.log`))
  } catch (error) {
    signal.throwIfAborted()
    failures.push(error instanceof Failure ? error.message : error.stack)
  }
  return { name, seconds: (Date.now() - start) / 1000, passed: 1 - failures.length, failed: failures.length, skipped: 0, failures }
}

export function printSuite({ name, seconds, passed, failed, skipped, failures, log }) {
  for (const failure of failures.slice(0, 30)) console.log(`\n✗ ${failure}`)
  if (failures.length > 30) console.log(`\n… and ${failures.length - 30} more`)
  if (failures.length > 0 && log) console.log(`\nThe whole output is in ${log}`)
  console.log(`${failed > 0 ? '✗' : '✓'} ${name}: ${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''} (${seconds.toFixed(1)} s)`)
}
