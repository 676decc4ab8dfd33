import { spawn, spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chmodSync, chownSync, closeSync, existsSync, mkdirSync, openSync, readFileSync, readlinkSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { freePort, isFree } from './ports.mjs'
import { postgresPrograms } from './postgres-programs.mjs'
import { unprivilegedUser } from './postgres-user.mjs'
import { Failure, ended, identityOf, lastWords, openLog } from './processes.mjs'

const address = '127.0.0.1'

// For 2 cores beside the application. No parallel queries: they would take the second core from it.
const defaults = {
  listen_addresses: address,
  unix_socket_directories: '',
  timezone: 'UTC',
  max_connections: 200,
  shared_buffers: '256MB',
  effective_cache_size: '2GB',
  maintenance_work_mem: '256MB',
  work_mem: '16MB',
  max_wal_size: '2GB',
  max_parallel_workers_per_gather: 0,
  random_page_cost: 1.1,
  jit: 'off',
  log_checkpoints: 'off',
}

/** For databases that nobody misses after a crash. */
export const forTests = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: 500, wal_level: 'minimal', max_wal_senders: 0 }

/** Starts the embedded PostgreSQL with its files in the data directory; the first time it makes them. */
export async function startDatabase({ dataDir, settings = {} }) {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  const cluster = join(dataDir, 'postgres')
  const user = unprivilegedUser(cluster)
  const server = { dataDir, cluster, user, bin: postgresPrograms(user), settings: { ...defaults, ...settings } }

  if (!existsSync(cluster)) await createCluster(server)
  demandSameVersion(server)
  await clearEarlierServer(server)
  server.secrets = readSecrets(dataDir) ?? (await renewPassword(server))
  await startServer(server)

  return {
    connectionString: (database = 'modular') =>
      `Host=${address};Port=${server.secrets.port};Database=${database};Username=modular;Password=${server.secrets.password}`,
    isRunning: () => serverProcess(cluster) !== null,
    async restart() {
      await clearEarlierServer(server)
      await startServer(server)
    },
    stop: () => stopServer(server),
  }
}

/**
 * Text compares by code point (C.UTF-8 of PostgreSQL itself), so that no update of the system spoils an index; Chinese
 * order is asked for where people read it. The system's character classes must be UTF-8 too: pg_trgm splits by them,
 * and under plain C it drops every Chinese character.
 */
async function createCluster(server) {
  const half = { ...server, cluster: `${server.cluster}.new` }
  rmSync(half.cluster, { recursive: true, force: true })
  mkdirSync(half.cluster, { mode: 0o700 })
  if (server.user) chownSync(half.cluster, server.user.uid, server.user.gid)

  const characters = { linux: 'C.UTF-8', darwin: 'UTF-8' }[process.platform] ?? 'C'
  const log = join(server.dataDir, 'logs', 'initdb.log')
  // Nobody can sign in as the owner of the cluster; what the application may do is enough for everything else.
  const code = await program(half, 'initdb', [
    '--username=owner', '--auth-local=reject', '--auth-host=scram-sha-256', '--encoding=UTF8', '--data-checksums',
    '--locale=C', `--lc-ctype=${characters}`, '--locale-provider=builtin', '--builtin-locale=C.UTF-8',
  ], log)
  if (code !== 0) throw new Failure(`PostgreSQL could not make its files in ${half.cluster}:\n${lastWords(log)}`)
  statements(half, ['CREATE ROLE modular LOGIN CREATEDB', 'CREATE DATABASE modular OWNER modular'])
  renameSync(half.cluster, server.cluster)
}

async function renewPassword(server) {
  const secrets = { port: await freePort(), password: randomBytes(24).toString('hex') }
  statements(server, [`ALTER ROLE modular PASSWORD '${secrets.password}'`])
  return writeSecrets(server.dataDir, secrets)
}

async function startServer(server) {
  if (!(await isFree(server.secrets.port, address))) {
    server.secrets = writeSecrets(server.dataDir, { ...server.secrets, port: await freePort() })
  }
  const log = join(server.dataDir, 'logs', 'postgres.log')
  const settings = Object.entries({ ...server.settings, port: server.secrets.port }).map(([name, value]) => `-c ${name}=${value}`)
  // After a kill the server's own processes may hold its memory for a moment.
  for (let attempt = 1; ; attempt++) {
    const code = await program(server, 'pg_ctl', ['start', '--wait', '--timeout=600', '--options', settings.join(' ')], log)
    if (code === 0) return
    if (attempt === 20 || !readFileSync(log, 'utf8').includes('shared memory block')) {
      throw new Failure(`PostgreSQL did not start:\n${lastWords(log)}\nThe whole log is in ${log}`)
    }
    await wait(500)
  }
}

async function stopServer(server) {
  if (serverProcess(server.cluster) === null) return
  const code = await program(server, 'pg_ctl', ['stop', '--wait', '--timeout=60', '--mode=fast'], join(server.dataDir, 'logs', 'pg_ctl.log'))
  if (code !== 0 && serverProcess(server.cluster) !== null) throw new Failure(`PostgreSQL does not stop (process ${serverProcess(server.cluster)}).`)
}

async function clearEarlierServer(server) {
  const left = join(server.cluster, 'postmaster.pid')
  if (serverProcess(server.cluster) !== null) await stopServer(server)
  // A later process that got the number of a killed server would keep the new one from starting.
  else if (existsSync(left)) rmSync(left)
}

/** The number of the process that serves these files, null if none does. */
function serverProcess(cluster) {
  try {
    const pid = Number(readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n')[0])
    if (identityOf(pid) === null) return null
    return process.platform !== 'linux' || readlinkSync(`/proc/${pid}/cwd`) === realpathSync(cluster) ? pid : null
  } catch {
    return null
  }
}

/** Runs one of PostgreSQL's programs on the cluster. */
async function program(server, name, args, log) {
  const output = openLog(log)
  const { path, options, release } = access(server)
  const child = spawn(join(server.bin, name), ['--pgdata', path, ...args], {
    ...options(['ignore', output, output]),
    detached: true, // or Ctrl-C at the terminal would reach the server before the host has ended
  })
  const code = await ended(child)
  closeSync(output)
  release()
  return code
}

/** Statements of the cluster's owner, while no server runs. */
function statements(server, lines) {
  const { path, options, release } = access(server)
  const result = spawnSync(join(server.bin, 'postgres'), ['--single', '-D', path, 'postgres'], {
    ...options(['pipe', 'pipe', 'pipe']),
    input: `${lines.join('\n')}\n`,
    encoding: 'utf8',
  })
  release()
  if (result.status !== 0 || /\b(ERROR|FATAL):/.test(result.stderr)) {
    throw new Failure(`PostgreSQL could not be set up:\n${result.error ?? result.stderr}`)
  }
}

/**
 * How the programs reach the cluster: as the user it belongs to, by a directory that is open already, so that this user
 * need not be let through the folders above it (a clone in /root works).
 */
function access({ cluster, user }) {
  if (!user) return { path: cluster, options: (stdio) => ({ cwd: cluster, stdio }), release() {} }
  const directory = openSync(cluster, 'r')
  return {
    path: '/proc/self/fd/3',
    options: (stdio) => ({ ...user, cwd: '/', stdio: [...stdio, directory] }),
    release: () => closeSync(directory),
  }
}

function demandSameVersion({ cluster, bin }) {
  const made = readFileSync(join(cluster, 'PG_VERSION'), 'utf8').trim()
  const now = spawnSync(join(bin, 'initdb'), ['--version'], { encoding: 'utf8' }).stdout.match(/\d+/)[0]
  if (made !== now) throw new Failure(`The data in ${cluster} were made by PostgreSQL ${made}, this is ${now}. Move them away, or start with another DATA_DIR.`)
}

const secretsFile = (dataDir) => join(dataDir, 'postgres.json')

function readSecrets(dataDir) {
  return existsSync(secretsFile(dataDir)) ? JSON.parse(readFileSync(secretsFile(dataDir), 'utf8')) : null
}

function writeSecrets(dataDir, secrets) {
  const half = `${secretsFile(dataDir)}.new`
  writeFileSync(half, JSON.stringify(secrets), { mode: 0o600 })
  chmodSync(half, 0o600)
  renameSync(half, secretsFile(dataDir))
  return secrets
}
