// npm run db:reset: forgets the embedded database and the stored files; the next start makes the demo region anew.
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { refusal, runningOn } from './lock.mjs'
import { dataDirectory } from './paths.mjs'
import { Failure, main } from './processes.mjs'
import { hasOwnDatabase } from './product.mjs'

await main(() => {
  if (hasOwnDatabase(process.env)) throw new Failure('This resets the embedded database only; the configuration names one of your own.')
  const dataDir = dataDirectory()
  const holder = runningOn(dataDir)
  if (holder) throw refusal(dataDir, holder)

  for (const name of ['postgres', 'postgres.new', 'postgres.json', 'files', 'logs', 'running.json']) {
    rmSync(join(dataDir, name), { recursive: true, force: true })
  }
  console.log(`${dataDir} is empty: the next npm start makes the demo region anew.`)
})
