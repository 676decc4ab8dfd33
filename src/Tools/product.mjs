import { spawn } from 'node:child_process'
import { closeSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { startDatabase } from './database.mjs'
import { takeDirectory } from './lock.mjs'
import { clientBuild, hostProgram, root } from './paths.mjs'
import { demandFree, freePort } from './ports.mjs'
import { Failure, end, ended, identityOf, lastWords, openLog } from './processes.mjs'

/** Whether the configuration names a database of the user's own, so that none is started here. */
export const hasOwnDatabase = (env) => Boolean(env.ConnectionStrings__Modular) || /^sqlserver$/i.test(env.Database__Provider ?? '')

/**
 * Starts the built product on a data directory, with its database unless the environment names one.
 * Answers when it is ready; `prepare` runs once the directory and the port are known to be free.
 */
export async function startProduct({ dataDir, port, args = [], env = {}, settings, signal, prepare = async () => {}, say = () => {} }) {
  port ??= await freePort()
  const url = `http://localhost:${port}`
  const undo = []
  const stop = async () => {
    while (undo.length > 0) await undo.pop()()
  }
  try {
    const directory = await takeDirectory(dataDir)
    undo.push(directory.giveBack)
    await demandFree(port)
    await prepare()
    signal?.throwIfAborted()

    const settled = { ...process.env, ...env }
    const database = hasOwnDatabase(settled) ? undefined : await startDatabase({ dataDir, settings })
    if (database) undo.push(keepRunning(database, say))
    signal?.throwIfAborted()

    const log = join(dataDir, 'logs', 'host.log')
    const host = startHost({ args, log, env: { ...environment(database), ...settled, PORT: `${port}`, DATA_DIR: dataDir } })
    undo.push(() => end(host.pid))
    directory.noteHost(host.pid, url)
    await whenReady(url, host, log, { signal, say })
    return { url, stop, ended: host.ended }
  } catch (error) {
    await stop()
    throw error
  }
}

function environment(database) {
  return {
    Spa__Root: clientBuild,
    Database__Migrate: 'true',
    // In a database of the user's own the demo region is made only when asked for by name.
    ...(database && { Demo__Enabled: 'true', Database__Provider: 'PostgreSql', ConnectionStrings__Modular: database.connectionString() }),
  }
}

function startHost({ args, log, env }) {
  const output = openLog(log)
  const child = spawn('dotnet', [hostProgram, ...args], { cwd: root, env, detached: true, stdio: ['ignore', output, output] })
  closeSync(output)
  return { pid: child.pid, ended: ended(child).catch((error) => error) }
}

async function whenReady(url, host, log, { signal, say }) {
  let code
  host.ended.then((result) => (code = result))
  for (const start = Date.now(), told = { slow: false }; ; ) {
    signal?.throwIfAborted()
    if (code instanceof Error) throw code
    if (code !== undefined) throw new Failure(`The host ended while starting (exit code ${code}):\n${lastWords(log)}\nThe whole log is in ${log}`)
    if (await answers(`${url}/health/ready`)) return
    if (!told.slow && Date.now() - start > 30_000) {
      told.slow = true
      say(`Still preparing the data; what it does is in ${log}`)
    }
    await wait(50)
  }
}

const answers = (url) =>
  fetch(url, { signal: AbortSignal.timeout(5_000) }).then((response) => response.ok, () => false)

// A killed database comes back by itself; the host reconnects.
function keepRunning(database, say) {
  let restarting = null
  const timer = setInterval(() => {
    if (restarting || database.isRunning()) return
    say('The database ended unexpectedly and is started again.')
    restarting = database
      .restart()
      .catch((error) => say(error.message))
      .finally(() => {
        restarting = null
      })
  }, 1_000)
  return async () => {
    clearInterval(timer)
    await restarting
    await database.stop()
  }
}
