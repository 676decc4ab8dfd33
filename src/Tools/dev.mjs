// npm run dev: the product from its sources; both sides follow what is edited. Vite answers at PORT and hands what is
// not the client's to the host behind it.
import { once } from 'node:events'
import { installPackages } from './builds.mjs'
import { dataDirectory } from './paths.mjs'
import { demandFree, freePort } from './ports.mjs'
import { end, launch, main, npmCommand } from './processes.mjs'
import { startProduct } from './product.mjs'
import { readyLine } from './ready-line.mjs'

const say = (line) => console.log(line)

await main(async (signal) => {
  const port = Number(process.env.PORT || 8080)
  const hostPort = await freePort()
  let client
  const product = await startProduct({
    dataDir: dataDirectory(),
    port: hostPort,
    args: process.argv.slice(2),
    env: { ASPNETCORE_ENVIRONMENT: 'Development' },
    watch: true,
    signal,
    say,
    async prepare(undo) {
      await demandFree(port)
      await installPackages({ signal, say })
      client = launch(...npmCommand('run', 'dev', '--workspace=client', '--', '--port', `${port}`, '--strictPort', '--clearScreen=false'), {
        env: { ...process.env, PRODUCT_URL: `http://localhost:${hostPort}` },
      })
      undo.push(() => end(client.pid))
    },
  })
  try {
    say(await readyLine(product.url, `http://localhost:${port}`))
    await Promise.race([product.ended, client.ended, signal.aborted || once(signal, 'abort')])
  } finally {
    await product.stop()
  }
  return signal.aborted ? 0 : 1
})
