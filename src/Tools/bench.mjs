// npm run bench -- <name> [--data <folder>] […]: one benchmark on a PostgreSQL with production's settings; without a name,
// what there is.
// With --data the database stays for the next run, so that a large seed is made once.
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
  const option = args.indexOf('--data')
  const named = option < 0 ? undefined : args.splice(option, 2)[1]

  await installPackages({ signal })
  const dataDir = named ? resolve(named) : mkdtempSync(join(tmpdir(), 'modular-bench-'))
  const directory = await takeDirectory(dataDir)
  const database = await startDatabase({ dataDir })
  try {
    const code = await run('dotnet', ['run', '--configuration', 'Release', '--project', inRoot('tests', 'Benchmarks'), '--', ...args], {
      env: { MODULAR_TEST_POSTGRES: database.connectionString('postgres') },
      signal,
      allowFailure: true,
    })
    return code === 0 ? 0 : 1
  } finally {
    await database.stop()
    directory.giveBack()
    if (!named) rmSync(dataDir, { recursive: true })
  }
})
