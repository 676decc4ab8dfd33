import { expect, test } from 'vitest'
import { featureWords } from './features/words.ts'
import { texts as everywhere } from './locales/zh-CN.ts'

const files = import.meta.glob<Record<string, string>>('./locales/*/*.json', { eager: true, import: 'default' })
const sources = import.meta.glob<string>('./**/*.{ts,tsx}', { eager: true, query: '?raw', import: 'default' })

const namespaces = [...new Set(Object.keys(files).map(path => path.split('/').at(-1)!.replace('.json', '')))]
const texts = (language: string, namespace: string) => files[`./locales/${language}/${namespace}.json`] ?? {}
/** English has two forms where it counts, Chinese one: 'days_one' and 'days_other' stand for 'days'. */
const singular = (key: string) => key.replace(/_(one|other)$/, '')
const valuesIn = (text: string) => (text.match(/{{\w+}}/g) ?? []).sort()

test.each(namespaces)('%s has the same texts in both languages, with the same values in them', namespace => {
  const [chinese, english] = [texts('zh-CN', namespace), texts('en', namespace)]
  expect([...new Set(Object.keys(english).map(singular))].sort()).toEqual(Object.keys(chinese).sort())
  for (const [key, text] of Object.entries(english))
    expect([key, valuesIn(text)]).toEqual([key, valuesIn(chinese[singular(key)]!)])
})

test('every text that is asked for by a plain key exists', () => {
  const missing: string[] = []
  for (const [path, source] of Object.entries(sources)) {
    const [, standard] = /use(?:Translation)\(\[?'(\w+)'/.exec(source) ?? []
    const namespace = path.startsWith('./public/') || path.endsWith('SignInPage.tsx') ? 'public' : standard
    for (const [, key] of source.matchAll(/(?<![\w.])t\('([\w:.-]+)'/g)) {
      const [name, rest] = key!.includes(':') ? (key!.split(':') as [string, string]) : [namespace, key!]
      if (name && !(rest in texts('zh-CN', name))) missing.push(`${path}: ${key}`)
    }
  }
  expect(missing).toEqual([])
})

test('a page fetches the words it speaks', () => {
  const core = Object.keys(everywhere).map(path => path.split('/').at(-1)!.replace('.json', ''))
  const silent: string[] = []
  for (const [path, source] of Object.entries(sources)) {
    if (
      path.startsWith('./public/') ||
      path.startsWith('./session/SignInPage') ||
      path === './words.ts' ||
      path.includes('.test.')
    )
      continue
    const [, feature] = /^\.\/features\/(\w+)\//.exec(path) ?? []
    const known = [...core, ...((feature && featureWords[feature]) || [])]
    const spoken = [
      ...[...source.matchAll(/useTranslation\(\[?((?:'\w+'(?:, )?)+)/g)].flatMap(
        ([, names]) => names!.match(/\w+/g) ?? [],
      ),
      ...[...source.matchAll(/['`](\w+):[\w.$]/g)].map(([, name]) => name!).filter(name => namespaces.includes(name)),
    ]
    for (const name of spoken) if (!known.includes(name)) silent.push(`${path}: ${name}`)
  }
  expect(silent).toEqual([])
})
