import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { clientBuild, hostProgram, inRoot, root, sourcesBelow } from './paths.mjs'
import { Failure, npmCommand, run } from './processes.mjs'

const packages = [inRoot('package-lock.json')]
const buildSettings = ['Directory.Build.props', 'Directory.Packages.props', 'global.json'].map((name) => inRoot(name))

const logOf = (name) => inRoot('node_modules', '.modular', `${name}.log`)

export function demandNode() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major < 20 || (major === 20 && minor < 19)) throw new Failure(`This is Node ${process.versions.node}; version 20.19 or later is needed.`)
}

/** What npm installs, as the lock file says; nothing to do while that file stays the same. */
export function installPackages({ signal, say = () => {} } = {}) {
  demandNode()
  return unlessDone('packages', packages, [inRoot('node_modules', '.package-lock.json')], async () => {
    say('Installing packages …')
    await run(...npmCommand('ci', '--no-progress'), { what: 'Installing packages (npm ci)', signal })
  })
}

export function buildClient({ signal, say = () => {} } = {}) {
  const sources = [...packages, ...sourcesBelow(inRoot('client')).filter((file) => !/[\\/]e2e[\\/]|\.test\.tsx?$/.test(file))]
  return unlessDone('client', sources, [join(clientBuild, 'index.html')], async () => {
    say('Building the client …')
    await run(...npmCommand('run', 'build', '--workspace=client'), { what: 'Building the client', log: logOf('client'), signal })
  })
}

export function buildHost({ signal, say = () => {} } = {}) {
  const sources = [...buildSettings, ...sourcesBelow(inRoot('src')).filter((file) => !file.endsWith('.mjs'))]
  return unlessDone('host', sources, [hostProgram], async () => {
    say('Building the host …')
    await dotnetBuild(inRoot('src', 'Host'), 'Building the host', 'host', signal)
  })
}

/** The host, the tests and the benchmarks. */
export const buildSolution = (signal) => dotnetBuild(inRoot('Modular.sln'), 'Building the solution', 'solution', signal)

const dotnetBuild = (target, what, log, signal) =>
  run('dotnet', ['build', target, '--configuration', 'Release', '--nologo', '--verbosity', 'quiet'], {
    what,
    log: logOf(log),
    signal,
    // Builders that wait for more work would stay behind after Ctrl-C.
    env: { MSBUILDDISABLENODEREUSE: '1' },
  })

/** Does the work unless it was done for the same content, and its results have not been touched since. */
async function unlessDone(name, sources, results, work) {
  const stamp = inRoot('node_modules', '.modular', `${name}.stamp`)
  const before = fingerprint(sources)
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === `${before} ${timesOf(results)}`) return
  await work()
  mkdirSync(join(stamp, '..'), { recursive: true })
  writeFileSync(stamp, `${before} ${timesOf(results)}`)
}

function fingerprint(files) {
  const hash = createHash('sha256').update(`${process.platform} ${process.arch} ${process.versions.modules}`)
  for (const file of files) hash.update(`\0${relative(root, file)}\0`).update(readFileSync(file))
  return hash.digest('hex')
}

const timesOf = (files) => files.map((file) => statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 'missing').join(' ')
