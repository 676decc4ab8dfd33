import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { startDatabase } from './database.mjs'
import { takeDirectory } from './lock.mjs'
import { clientBuild, hostProgram, inRoot } from './paths.mjs'
import { demandFree, freePort } from './ports.mjs'
import { Failure, end, lastWords, launch } from './processes.mjs'

/** Whether the configuration names a database of the user's own, so that none is started here. */
export const hasOwnDatabase = (env) => Boolean(env.ConnectionStrings__Modular) || !/^(postgresql)?$/i.test(env.Database__Provider ?? '')

/**
 * Starts the built product on a data directory, with its database unless the environment names one.
 * Answers when it is ready; `prepare` runs once the directory and the port are known to be free; what it starts it
 * adds to the list of what is undone at the end. `watch` runs the host from its sources and leaves its output on the terminal.
 */
export async function startProduct({ dataDir, port, args = [], env = {}, settings, watch = false, signal, prepare, say = () => {} }) {
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
    await prepare?.(undo)
    signal?.throwIfAborted()

    const settled = { ...process.env, ...env }
    const database = hasOwnDatabase(settled) ? undefined : await startDatabase({ dataDir, settings })
    if (database) undo.push(keepRunning(database, say))
    signal?.throwIfAborted()

    const log = watch ? undefined : join(dataDir, 'logs', 'host.log')
    const command = watch ? ['watch', '--project', inRoot('src', 'Host'), '--non-interactive', 'run', '--no-launch-profile', '--', ...args] : [hostProgram, ...args]
    const host = launch('dotnet', command, { log, env: { ...environment(settled, database), PORT: `${port}`, DATA_DIR: dataDir } })
    // The watcher itself does not end when it is asked to; the host below it does.
    undo.push(() => end(host.pid, watch ? 2_000 : 15_000))
    directory.noteHost(host.pid, url)
    await whenReady(url, host, log, { signal, say })
    return { url, stop, ended: host.ended }
  } catch (error) {
    await stop()
    throw error
  }
}

function environment(settled, database) {
  const asked = { Spa__Root: clientBuild, Database__Migrate: 'true', ...settled }
  // In a database of the user's own the demo region is made only when asked for by name.
  return database ? { Demo__Enabled: 'true', ...asked, Database__Provider: 'PostgreSql', ConnectionStrings__Modular: database.connectionString() } : asked
}

async function whenReady(url, host, log, { signal, say }) {
  let code
  host.ended.then((result) => {
    code = result
  })
  const start = Date.now()
  for (let told = !log; ; await wait(50)) {
    signal?.throwIfAborted()
    if (code instanceof Error) throw code
    if (code !== undefined) throw new Failure(`The host ended while starting (${code}).${log ? `\n${lastWords(log)}\nThe whole log is in ${log}` : ''}`)
    if (await answers(`${url}/health/ready`)) return
    if (!told && Date.now() - start > 30_000) {
      told = true
      say(`Still preparing the data; what it does is in ${log}`)
    }
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
