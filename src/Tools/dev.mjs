// npm run dev: the product from its sources at one address; both sides follow what is edited.
import { once } from 'node:events'
import { installPackages } from './builds.mjs'
import { dataDirectory } from './paths.mjs'
import { freePort } from './ports.mjs'
import { end, launch, main, npmCommand } from './processes.mjs'
import { startProduct } from './product.mjs'
import { readyLine } from './ready-line.mjs'

const say = (line) => console.log(line)

await main(async (signal) => {
  const port = Number(process.env.PORT || 8080)
  let client
  const product = await startProduct({
    dataDir: dataDirectory(),
    port,
    args: process.argv.slice(2),
    env: { ASPNETCORE_ENVIRONMENT: 'Development' },
    watch: true,
    signal,
    say,
    async prepare(undo) {
      await installPackages({ signal, say })
      const clientPort = await freePort()
      client = launch(...npmCommand('run', 'dev', '--workspace=client', '--', '--port', `${clientPort}`, '--strictPort'), {
        env: { ...process.env, PRODUCT_URL: `http://localhost:${port}` },
      })
      undo.push(() => end(client.pid))
      return { Spa__DevServer: `http://localhost:${clientPort}` }
    },
  })
  try {
    say(await readyLine(product.url))
    await Promise.race([product.ended, client.ended, signal.aborted || once(signal, 'abort')])
  } finally {
    await product.stop()
  }
  return signal.aborted ? 0 : 1
})
