// npm run db:add -- <Module> <Name>: one migration for each database provider.
import { existsSync, readdirSync } from 'node:fs'
import { inRoot } from './paths.mjs'
import { Failure, main, run } from './processes.mjs'

const providers = ['PostgreSql', 'SqlServer']

await main(async (signal) => {
  const [module, name] = process.argv.slice(2)
  const project = inRoot('src', 'Modules', module ?? '')
  if (!name || !existsSync(project)) {
    throw new Failure(`npm run db:add -- <Module> <Name>, where the module is one of ${readdirSync(inRoot('src', 'Modules')).join(', ')}.`)
  }
  await run('dotnet', ['tool', 'restore'], { what: 'Restoring dotnet-ef', log: inRoot('node_modules', '.modular', 'tools.log'), signal })
  for (const provider of providers) {
    await run(
      'dotnet',
      ['ef', 'migrations', 'add', name, '--context', `${module}${provider}Db`, '--output-dir', `Data/Migrations/${provider}`, '--project', project, '--startup-project', project],
      { what: `The migration for ${provider}`, signal },
    )
  }
})
