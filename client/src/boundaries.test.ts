import { expect, test } from 'vitest'

const sources = import.meta.glob<string>('./**/*.{ts,tsx}', { eager: true, query: '?raw', import: 'default' })
const features = [...new Set(Object.keys(sources).flatMap(path => /^\.\/features\/(\w+)\//.exec(path)?.[1] ?? []))]

const importsOf = (source: string) =>
  [...source.matchAll(/^(?:import|export) (type )?[^']*?from '([^']+)'/gm)].map(([, type, from]) => ({
    from: from!,
    type: type !== undefined,
  }))

function offenders(belongs: (path: string) => boolean, refuses: (from: string, type: boolean) => boolean) {
  const checked = Object.entries(sources).filter(([path]) => belongs(path) && !path.includes('.test.'))
  expect(checked.length).toBeGreaterThan(0)
  return checked.flatMap(([path, source]) =>
    importsOf(source)
      .filter(({ from, type }) => refuses(from, type))
      .map(({ from }) => `${path} imports ${from}`),
  )
}

test('the features are found', () => expect(features).toContain('units'))

test.each(features)('%s imports no other feature', feature =>
  expect(
    offenders(
      path => path.startsWith(`./features/${feature}/`),
      from => features.some(other => other !== feature && from.includes(`../${other}/`)),
    ),
  ).toEqual([]),
)

test('ui knows no feature and asks the server nothing', () =>
  expect(
    offenders(
      path => path.startsWith('./ui/'),
      (from, type) => /features\/|session\/|api\/client/.test(from) && !type,
    ),
  ).toEqual([]))

test('pages for visitors stay light: no Ant Design, router, query library or i18next', () =>
  expect(
    offenders(
      path => path.startsWith('./public/') || path === './session/SignInPage.tsx' || path === './main.ts',
      (from, type) =>
        !type &&
        /^(antd|@ant-design|react-router|@tanstack|i18next|react-i18next|openapi-fetch|dayjs)|api\/client/.test(from),
    ),
  ).toEqual([]))
