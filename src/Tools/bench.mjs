// npm run bench -- <name> [--data <folder>] […]: one benchmark on a PostgreSQL with production's settings; without a name,
// what there is. `pages` (P9, P10) opens the pages of a region of 180 000 instruments in a browser.
// With --data the database stays for the next run, so that a large seed is made once.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { buildClient, buildHost, installPackages } from './builds.mjs'
import { startDatabase } from './database.mjs'
import { takeDirectory } from './lock.mjs'
import { inRoot } from './paths.mjs'
import { main, run } from './processes.mjs'
import { startProduct } from './product.mjs'
import { clientSuite, printSuite } from './suites.mjs'

await main(async (signal) => {
  const args = process.argv.slice(2)
  const option = args.indexOf('--data')
  const named = option < 0 ? undefined : args.splice(option, 2)[1]

  await installPackages({ signal })
  const dataDir = named ? resolve(named) : mkdtempSync(join(tmpdir(), 'modular-bench-'))
  if (args[0] === 'pages') return await pages()
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

  async function pages() {
    await buildClient({ signal })
    await buildHost({ signal })
    const product = await startProduct({ dataDir, args: ['--seed-scale', '180000'], env: { ASPNETCORE_ENVIRONMENT: 'Production' }, signal, say: console.log })
    try {
      const result = await clientSuite('pages', 'e2e', { signal, args: ['speed'], env: { PRODUCT_URL: product.url, ROUNDS: '7' } })
      console.log(readFileSync(result.log, 'utf8').match(/^P\d+ .*$/gm)?.join('\n'))
      printSuite(result)
      return result.failed === 0 ? 0 : 1
    } finally {
      await product.stop()
      if (!named) rmSync(dataDir, { recursive: true })
    }
  }
})
