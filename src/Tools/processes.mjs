import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, renameSync } from 'node:fs'
import { dirname } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { root } from './paths.mjs'

/** What went wrong, said to the person at the terminal: printed without a stack. */
export class Failure extends Error {}

/** Runs a command's body; it is given a signal that fires on Ctrl-C, and stopping because of it is a success. */
export async function main(body) {
  const stopping = new AbortController()
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(name, () => stopping.abort())
  // npm hands a signal to the shell between it and this process, which dies of it and tells nobody.
  const parent = process.ppid
  setInterval(() => process.ppid !== parent && stopping.abort(), 500).unref()
  try {
    process.exitCode = (await body(stopping.signal)) ?? 0
  } catch (error) {
    if (!stopping.signal.aborted) {
      console.error(error instanceof Failure ? `\n${error.message}` : error)
      process.exitCode = 1
    }
  }
  process.exit()
}

/** A log file of this start; the one before is kept beside it. */
export function openLog(file) {
  mkdirSync(dirname(file), { recursive: true })
  if (existsSync(file)) renameSync(file, `${file}.previous`)
  return openSync(file, 'a', 0o600)
}

/** The lines of a log that say what is wrong: what the host calls critical or failed, else from the first error on, else its end. */
export function lastWords(file, count = 12) {
  const lines = readFileSync(file, 'utf8').split('\n').filter((line) => line.trim() && !/^npm (error|warn)|^\s+at /.test(line))
  const said = hostComplaints(lines) ?? fromFirstError(lines)?.slice(0, count) ?? lines
  return said.slice(-count).map((line) => `  ${line.trim()}`).join('\n')
}

// Of an entry the first line only names its source; what it says is indented below.
function hostComplaints(lines) {
  const entries = []
  for (const line of lines) {
    if (/^\s/.test(line) && entries.length > 0) entries.at(-1).push(line)
    else entries.push([line])
  }
  const of = (kind) => entries.filter(([first]) => first.startsWith(kind))
  const grave = [of('crit: '), of('Unhandled exception'), of('fail: ')].find((found) => found.length > 0)
  return grave?.flatMap(([first, ...rest]) => (rest.length > 0 && !first.startsWith('Unhandled') ? rest : [first, ...rest]))
}

function fromFirstError(lines) {
  const start = lines.findIndex((line) => /\b(error|fatal)\b|exception/i.test(line))
  return start < 0 ? undefined : [...new Set(lines.slice(start))]
}

const quietDotnet = { DOTNET_NOLOGO: '1', DOTNET_CLI_TELEMETRY_OPTOUT: '1', DOTNET_SKIP_FIRST_TIME_EXPERIENCE: '1' }

/** Runs a program to its end. With a log its output goes there and a failure quotes it, without one it goes to the terminal. */
export async function run(command, args, { log, what = command, env, signal, cwd = root, allowFailure = false } = {}) {
  const output = log ? openLog(log) : undefined
  const child = spawn(command, args, {
    cwd,
    signal,
    env: { ...process.env, ...quietDotnet, ...(log && { NO_COLOR: '1', FORCE_COLOR: '0' }), ...env },
    stdio: log ? ['ignore', output, output] : ['ignore', 'inherit', 'inherit'],
  })
  const code = await ended(child)
  if (log) closeSync(output)
  if (code !== 0 && !allowFailure) {
    signal?.throwIfAborted()
    throw new Failure(log ? `${what} failed:\n${lastWords(log)}\nThe whole output is in ${log}` : `${what} failed.`)
  }
  return code
}

/** The exit code, or the signal that ended it; a missing program is told in words. */
export async function ended(child) {
  try {
    const [code, signal] = await once(child, 'exit')
    return code ?? signal
  } catch (error) {
    if (error.code !== 'ENOENT') throw error
    throw new Failure(
      child.spawnfile === 'dotnet'
        ? 'The program dotnet is not on the PATH. Install the .NET 10 SDK: https://dotnet.microsoft.com/download'
        : `The program ${child.spawnfile} is not on the PATH.`,
    )
  }
}

/** A command line of npm: its own script run by this Node, so that it works the same on Windows, where npm is a .cmd file. */
export function npmCommand(...args) {
  const script = process.env.npm_execpath
  return script ? [process.execPath, [script, ...args]] : ['npm', args]
}

/** Something that stays the same for one process and differs for a later one with the same number; null when it does not run. */
export function identityOf(pid) {
  try {
    if (process.platform === 'linux') {
      const [state, ...fields] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').pop().split(' ')
      return state === 'Z' ? null : `${pid} since tick ${fields[18]}`
    }
    process.kill(pid, 0)
    if (process.platform === 'win32') return `${pid}`
    return `${pid} since ${execFileSync('ps', ['-o', 'lstart=', '-p', pid], { encoding: 'utf8' }).trim()}`
  } catch {
    return null
  }
}

/** Starts a program that goes on in a process group of its own, so that Ctrl-C at the terminal leaves its end to us. */
export function launch(command, args, { log, env, cwd = root }) {
  const output = log ? openLog(log) : 'inherit'
  const child = spawn(command, args, { cwd, env: { ...quietDotnet, ...env }, detached: true, stdio: ['ignore', output, output] })
  if (log) closeSync(output)
  return { pid: child.pid, ended: ended(child).catch((error) => error) }
}

/** Asks what was launched to end, and ends it when it has not after a while. */
export async function end(pid, patience = 5_000) {
  const group = process.platform === 'win32' ? pid : -pid
  for (const [signal, time] of [['SIGINT', patience], ['SIGKILL', 5_000]]) {
    try {
      process.kill(group, signal)
    } catch {
      return // nothing of it is left
    }
    for (const until = Date.now() + time; Date.now() < until && identityOf(pid); ) await wait(20)
  }
}
