// npm run eval:duplicates -- [<instruments.csv> [<pairs.csv>]] [--count N] [--seed N]: the duplication check on judged pairs of
// real instruments among seeded ones, beside pg_trgm on the same text. Brings its own PostgreSQL.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { installPackages } from './builds.mjs'
import { startDatabase } from './database.mjs'
import { takeDirectory } from './lock.mjs'
import { inRoot } from './paths.mjs'
import { main, run } from './processes.mjs'

await main(async (signal) => {
  const args = process.argv.slice(2)
  const firstOption = args.findIndex((arg) => arg.startsWith('--'))
  const files = firstOption < 0 ? args : args.slice(0, firstOption)
  const options = firstOption < 0 ? [] : args.slice(firstOption)
  if (files[0]) options.push('--instruments', resolve(files[0]))
  if (files[1]) options.push('--pairs', resolve(files[1]))

  await installPackages({ signal })
  const dataDir = mkdtempSync(join(tmpdir(), 'modular-eval-'))
  const directory = await takeDirectory(dataDir)
  const database = await startDatabase({ dataDir })
  try {
    const code = await run('dotnet', ['run', '--configuration', 'Release', '--project', inRoot('tests', 'Benchmarks'), '--', 'eval-duplicates', ...options], {
      env: { MODULAR_TEST_POSTGRES: database.connectionString('postgres') },
      signal,
      allowFailure: true,
    })
    return code === 0 ? 0 : 1
  } finally {
    await database.stop()
    directory.giveBack()
    rmSync(dataDir, { recursive: true })
  }
})
