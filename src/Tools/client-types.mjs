import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { hostProgram, inRoot } from './paths.mjs'
import { run } from './processes.mjs'

const document = inRoot('client', 'src', 'api', 'openapi.json')
const types = inRoot('client', 'src', 'api', 'schema.d.ts')

/** The OpenAPI document of the built host and the client's types made from it. */
async function generate(signal) {
  const folder = mkdtempSync(join(tmpdir(), 'modular-openapi-'))
  try {
    const file = join(folder, 'openapi.json')
    await run('dotnet', [hostProgram, '--openapi', file], { what: 'Writing the OpenAPI document', log: join(folder, 'host.log'), signal })
    const { default: openapiTS, astToString, COMMENT_HEADER } = await import('openapi-typescript')
    const json = readFileSync(file, 'utf8')
    return { [document]: json, [types]: COMMENT_HEADER + astToString(await openapiTS(json)) }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

export async function writeClientTypes(signal) {
  for (const [file, content] of Object.entries(await generate(signal))) writeFileSync(file, content)
}

/** The generated files that are not what the host says now. */
export async function staleClientTypes(signal) {
  return Object.entries(await generate(signal)).filter(([file, content]) => content !== readIfThere(file)).map(([file]) => file)
}

function readIfThere(file) {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return null
  }
}
