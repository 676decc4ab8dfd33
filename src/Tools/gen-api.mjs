// npm run gen:api: the client's types from the host's own OpenAPI document.
import { buildHost, installPackages } from './builds.mjs'
import { writeClientTypes } from './client-types.mjs'
import { main } from './processes.mjs'

await main(async (signal) => {
  await installPackages({ signal })
  await buildHost({ signal, say: console.log })
  await writeClientTypes(signal)
})
