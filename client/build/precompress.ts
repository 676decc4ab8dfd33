import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import type { Plugin } from 'vite'

const compressible = /\.(js|css|html|svg|json|txt)$/

/** Puts .br and .gz files next to the built ones, so that the host serves them without spending its own time on it. */
export function precompress(): Plugin {
  let folder = ''
  return {
    name: 'precompress',
    apply: 'build',
    configResolved(config) {
      folder = join(config.root, config.build.outDir)
    },
    async closeBundle() {
      const files = await readdir(folder, { recursive: true })
      for (const file of files.filter(name => compressible.test(name))) {
        const content = await readFile(join(folder, file))
        const brotli = brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: content.length } })
        await writeFile(join(folder, `${file}.br`), brotli)
        await writeFile(join(folder, `${file}.gz`), gzipSync(content, { level: 9 }))
      }
    },
  }
}
