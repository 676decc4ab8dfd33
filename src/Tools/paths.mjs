import { readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'

export const root = resolve(import.meta.dirname, '..', '..')
export const inRoot = (...parts) => join(root, ...parts)

export const dataDirectory = () => resolve(root, process.env.DATA_DIR || '.data')
export const hostProgram = inRoot('src', 'Host', 'bin', 'Release', 'net10.0', 'Modular.Host.dll')
export const clientBuild = inRoot('client', 'dist')

const generated = new Set(['bin', 'obj', 'node_modules', 'dist', '.data', '.test-results', '.git'])

/** Every source file below a folder, sorted, without what builds produce. */
export function sourcesBelow(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => !generated.has(entry.name))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name)
      return entry.isDirectory() ? sourcesBelow(path) : entry.isFile() ? [path] : []
    })
}
