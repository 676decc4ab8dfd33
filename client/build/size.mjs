// npm run size -w client: what a first visit loads, compressed as it is served.
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync } from 'node:zlib'

const dist = new URL('../dist/', import.meta.url)
const manifest = JSON.parse(readFileSync(new URL('.vite/manifest.json', dist)))

const visits = [
  { name: 'public pages', limit: 60, chunks: ['index.html'] },
  {
    name: 'staff: workbench',
    limit: 350,
    chunks: ['index.html', 'src/staff.tsx', 'src/locales/zh-CN.ts', 'src/features/workbench/WorkbenchPage.tsx'],
  },
  {
    name: 'staff: a list',
    limit: 350,
    chunks: ['index.html', 'src/staff.tsx', 'src/locales/zh-CN.ts', 'src/features/units/UnitsPage.tsx'],
  },
]

function filesOf(chunks) {
  const seen = new Set()
  const visit = name => {
    if (seen.has(name)) return
    seen.add(name)
    for (const next of manifest[name].imports ?? []) visit(next)
  }
  for (const name of chunks) {
    if (!manifest[name]) throw new Error(`The build has no ${name}.`)
    visit(name)
  }
  return new Set([...seen].flatMap(name => [manifest[name].file, ...(manifest[name].css ?? [])]))
}

const kibibytes = files =>
  [...files].reduce((sum, file) => sum + brotliCompressSync(readFileSync(new URL(file, dist))).length, 0) / 1024

let over = 0
for (const { name, limit, chunks } of visits) {
  const files = [...filesOf(chunks)]
  const script = kibibytes(files.filter(file => file.endsWith('.js')))
  const style = kibibytes(files.filter(file => file.endsWith('.css')))
  if (script > limit) over++
  console.log(
    `${name}: script ${script.toFixed(1)} KiB (limit ${limit}), style ${style.toFixed(1)} KiB, ${files.length} files`,
  )
  if (process.argv.includes('--files'))
    for (const file of files) console.log(`  ${kibibytes([file]).toFixed(1).padStart(6)}  ${file}`)
}
if (over > 0) {
  console.error(`Over the limit; look into ${fileURLToPath(dist)}`)
  process.exitCode = 1
}
