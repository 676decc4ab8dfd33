// npm run trial -- <name> [--cases N] [--seed N]: the long form of an experiment that npm test runs in short; without a name, what there is.
// Brings its own PostgreSQL. Without --cases it goes to its floor.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildSolution, installPackages } from './builds.mjs'
import { forTests, startDatabase } from './database.mjs'
import { inRoot } from './paths.mjs'
import { Failure, main, run } from './processes.mjs'

const trials = {
  s3: { about: 'bad requests, made from the API document', tests: 'BadRequestsTests', cases: 1_000_000 },
  s4: { about: 'mutated workbooks', tests: 'SheetFuzzTests', cases: 100_000 },
  s7: { about: 'formulas in exports', tests: 'ExportsTests', cases: 1 },
  r6: { about: 'audit trail: one line a change', tests: 'RecordedChangesTests', cases: 1_000_000 },
  'r6-tampering': { about: 'audit trail: tampering by hand', tests: 'TamperingTests', cases: 1_000 },
  r8: { about: 'lost updates among editors of one form', tests: 'LostUpdatesTests', cases: 100_000 },
  r10: { about: 'imports of 100 000 rows broken off', tests: 'InterruptedImportsTests', cases: 100 },
}

await main(async (signal) => {
  const [name, ...options] = process.argv.slice(2)
  const trial = trials[name]
  if (!trial) {
    const names = Object.entries(trials).map(([key, { about, cases }]) => `  ${key.padEnd(12)} ${about} (${cases})`)
    throw new Failure(`npm run trial -- <name> [--cases N] [--seed N]\n${names.join('\n')}`)
  }
  const option = (flag, otherwise) => (options.includes(flag) ? options[options.indexOf(flag) + 1] : otherwise)

  await installPackages({ signal })
  await buildSolution(signal)
  const dataDir = mkdtempSync(join(tmpdir(), 'modular-trial-'))
  const database = await startDatabase({ dataDir, settings: forTests })
  try {
    const assembly = inRoot('tests', 'bin', 'Release', 'net10.0', 'Modular.Tests.dll')
    const code = await run('dotnet', [assembly, '--filter-class', `*.${trial.tests}`, '--no-progress', '--no-ansi'], {
      env: { MODULAR_TEST_POSTGRES: database.connectionString('postgres'), TRIAL_CASES: `${option('--cases', trial.cases)}`, TRIAL_SEED: option('--seed', '') },
      signal,
      allowFailure: true,
    })
    const reports = inRoot('.test-results')
    for (const file of readdirSync(reports).filter((file) => file.startsWith(`trial-${name}`))) console.log(readFileSync(join(reports, file), 'utf8').trim())
    return code === 0 ? 0 : 1
  } finally {
    await database.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
})
