import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { Failure, end, identityOf } from './processes.mjs'

/**
 * Takes a data directory for this launcher and ends the host that a killed launcher left running on it.
 * Returns what notes the host's process for the next start, and what gives the directory back.
 */
export async function takeDirectory(dataDir) {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  const file = join(dataDir, 'running.json')
  const mine = { launcher: identityOf(process.pid), pid: process.pid }

  let earlier = read(file)
  if (!earlier && !create(file, mine)) {
    await wait(200) // somebody is writing it at this moment
    earlier = read(file)
    if (!earlier) await replace(file, mine)
  }
  if (earlier) {
    if (isRunning(earlier)) throw refusal(dataDir, earlier)
    await replace(file, mine)
    if (earlier.host && identityOf(earlier.host.pid) === earlier.host.identity) await end(earlier.host.pid, 15_000)
  }
  return {
    noteHost(pid, url) {
      put(file, { ...mine, url, host: { pid, identity: identityOf(pid) } })
    },
    giveBack: () => rmSync(file, { force: true }),
  }
}

/** The start that is using a data directory now, if any. */
export function runningOn(dataDir) {
  const holder = read(join(dataDir, 'running.json'))
  return holder && isRunning(holder) ? holder : null
}

export const refusal = (dataDir, holder) =>
  new Failure(
    `The product already runs on ${dataDir}${holder?.url ? ` at ${holder.url}` : ''} (process ${holder?.pid}). ` +
      'Stop it first, or start another with a data directory and port of its own: DATA_DIR=… PORT=… npm start',
  )

const isRunning = (holder) => identityOf(holder.pid) === holder.launcher

function create(file, mine) {
  try {
    writeFileSync(file, JSON.stringify(mine), { flag: 'wx' })
    return true
  } catch (error) {
    if (error.code === 'EEXIST') return false
    throw error
  }
}

// Two starts may find the same stale file: the later one's rename wins, and the earlier one sees it.
async function replace(file, mine) {
  put(file, mine)
  await wait(100)
  const holder = read(file)
  if (holder?.launcher !== mine.launcher) throw refusal(dirname(file), holder)
}

function put(file, content) {
  writeFileSync(`${file}.${process.pid}`, JSON.stringify(content))
  renameSync(`${file}.${process.pid}`, file)
}

function read(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return null
  }
}
