import { spawnSync } from 'node:child_process'
import { readFileSync, statSync } from 'node:fs'
import { Failure } from './processes.mjs'

/**
 * PostgreSQL refuses to run as root. Started by root, its files and processes belong to another user: the one they
 * belong to already, else `postgres`, else any other, else a new one. Undefined when not root.
 */
export function unprivilegedUser(cluster) {
  if (process.getuid?.() !== 0) return undefined
  if (process.platform !== 'linux') throw new Failure('The embedded PostgreSQL does not run as root: start as an ordinary user.')

  const owner = statSync(cluster, { throwIfNoEntry: false })?.uid
  return find((user) => user.uid === owner) ?? find((user) => user.name === 'postgres') ?? find(() => true) ?? create()
}

function find(wanted) {
  const user = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .filter((fields) => fields.length > 3)
    .map(([name, , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }))
    .filter((user) => user.uid !== 0)
    .sort((a, b) => b.uid - a.uid) // nobody comes first
    .find(wanted)
  return user && { uid: user.uid, gid: user.gid }
}

function create() {
  spawnSync('useradd', ['--system', '--no-create-home', 'postgres'])
  const user = find((candidate) => candidate.name === 'postgres')
  if (!user) throw new Failure('The embedded PostgreSQL does not run as root, and there is no other user: start as an ordinary user.')
  return user
}
