import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync, readlinkSync } from 'node:fs'
import { createServer } from 'node:net'
import { Failure } from './processes.mjs'

function listen(port, host) {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen({ port, host, exclusive: true }, () => {
      const { port: taken } = server.address()
      server.close(() => resolve(taken))
    })
  })
}

export const freePort = () => listen(0, '127.0.0.1')

export const isFree = (port, host) => listen(port, host).then(() => true, () => false)

/** Refuses a port somebody listens on, with their name where the system tells it. */
export async function demandFree(port) {
  if (!Number.isInteger(port) || port < 1 || port > 65535) throw new Failure(`PORT is a number from 1 to 65535, not "${process.env.PORT}".`)
  try {
    await listen(port)
  } catch (error) {
    if (error.code === 'EACCES') throw new Failure(`Port ${port} may not be opened by this user. Choose another: PORT=8080 npm start`)
    const owner = ownerOf(port)
    throw new Failure(`Port ${port} is taken${owner ? ` by ${owner}` : ''}. Stop that, or choose another port: PORT=${port + 1} npm start`)
  }
}

function ownerOf(port) {
  try {
    return process.platform === 'linux' ? ownerOnLinux(port) : ownerByLsof(port)
  } catch {
    return null
  }
}

function ownerOnLinux(port) {
  const listening = '0A'
  const sockets = ['/proc/net/tcp', '/proc/net/tcp6']
    .flatMap((table) => readFileSync(table, 'utf8').split('\n').slice(1))
    .map((line) => line.trim().split(/\s+/))
    .filter(([, local, , state]) => state === listening && parseInt(local.split(':')[1], 16) === port)
    .map((fields) => `socket:[${fields[9]}]`)
  const pid = readdirSync('/proc').find((entry) => /^\d+$/.test(entry) && openFiles(entry).some((file) => sockets.includes(file)))
  return pid && `process ${pid} (${readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').join(' ').trim().slice(0, 80)})`
}

function openFiles(pid) {
  try {
    return readdirSync(`/proc/${pid}/fd`).map((fd) => readlinkSync(`/proc/${pid}/fd/${fd}`))
  } catch {
    return [] // another user's process, or one that has just ended
  }
}

function ownerByLsof(port) {
  const [pid, name] = execFileSync('lsof', ['-nP', `-iTCP:${port}`, '-sTCP:LISTEN', '-Fpc'], { encoding: 'utf8' }).split('\n')
  return `process ${pid.slice(1)} (${name.slice(1)})`
}
