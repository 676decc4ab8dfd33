// npm start: everything from a fresh clone to a running product with its demo region.
import { once } from 'node:events'
import { buildClient, buildHost, installPackages } from './builds.mjs'
import { dataDirectory } from './paths.mjs'
import { Failure, lastWords, main } from './processes.mjs'
import { startProduct } from './product.mjs'
import { readyLine } from './ready-line.mjs'

const say = (line) => console.log(line)

await main(async (signal) => {
  const dataDir = dataDirectory()
  const product = await startProduct({
    dataDir,
    port: Number(process.env.PORT || 8080),
    args: process.argv.slice(2),
    signal,
    say,
    async prepare() {
      await installPackages({ signal, say })
      // One after the other: together they only take each other's processor.
      await buildClient({ signal, say })
      await buildHost({ signal, say })
    },
  })
  try {
    say(await readyLine(product.url))
    const code = await Promise.race([product.ended, signal.aborted || once(signal, 'abort')])
    if (!signal.aborted) throw new Failure(`The host ended unexpectedly (${code}):\n${lastWords(`${dataDir}/logs/host.log`)}`)
  } finally {
    await product.stop()
  }
})
