import { screen, waitFor } from '@testing-library/react'
import { HttpResponse, http } from 'msw'
import { beforeEach, expect, test } from 'vitest'
import { renderPublic } from '../testing/renderAt.tsx'
import { pageOf, problem, server } from '../testing/server.ts'

const instrument = {
  id: 'i1',
  nameZh: '超导核磁共振波谱仪',
  nameEn: 'NMR 600',
  model: 'AVANCE NEO 600',
  manufacturer: '布鲁克',
  classCode: '010401',
  className: '波谱仪器',
  unitId: 'u1',
  unitName: '内蒙古大学',
  regionName: '呼和浩特市',
  operatingStatus: 'inService',
}

const centre = {
  id: 'c1',
  kind: 'instrumentCentre',
  nameZh: '分析测试中心',
  nameEn: null,
  unitId: 'u1',
  unitName: '内蒙古大学',
  regionName: '呼和浩特市',
  introduction: '公共平台',
  instruments: 12,
  valueFen: 770_000_000,
}

let asked: URLSearchParams[]
let words: unknown[]

beforeEach(() => {
  asked = []
  words = []
  server.use(
    http.get('*/api/instruments/catalogue', ({ request }) => {
      asked.push(new URL(request.url).searchParams)
      return HttpResponse.json({
        ...pageOf([instrument], 45),
        exact: true,
        words,
        facets: { classes: [{ code: '010000', name: '分析仪器', count: 45 }], regions: [] },
      })
    }),
    http.get('*/api/instruments/catalogue/carriers', ({ request }) =>
      HttpResponse.json(pageOf(new URL(request.url).searchParams.get('q') === '分析' ? [centre] : [])),
    ),
    http.get('*/api/instruments/catalogue/suggest', () =>
      HttpResponse.json([
        { text: '核磁共振波谱仪', type: 'kind', count: 7, unitId: null },
        { text: 'AVANCE NEO 600', type: 'model', count: 1, unitId: null },
      ]),
    ),
  )
})

test('a link to a search shows that search', async () => {
  renderPublic('/?q=NMR&classCode=010000&page=2')
  expect(await screen.findByRole('link', { name: instrument.nameZh })).toBeVisible()
  expect(screen.getByRole('combobox', { name: '检索仪器' })).toHaveValue('NMR')
  expect(Object.fromEntries(asked[0]!)).toEqual({ q: 'NMR', classCode: '010000', page: '2', size: '20' })
})

test('suggestions are chosen by keyboard', async () => {
  const { user, search } = renderPublic('/')
  const box = screen.getByRole('combobox', { name: '检索仪器' })
  await user.type(box, '核磁')
  expect(await screen.findByRole('option', { name: /AVANCE/ })).toBeVisible()
  expect(box).toHaveAttribute('aria-expanded', 'true')
  await user.keyboard('{ArrowDown}{ArrowDown}')
  expect(screen.getByRole('option', { name: /AVANCE/ })).toHaveAttribute('aria-selected', 'true')
  await user.keyboard('{Enter}')
  await waitFor(() => expect(search().get('q')).toBe('AVANCE NEO 600'))
})

test('Escape closes the suggestions, Enter then searches what was typed', async () => {
  const { user, search } = renderPublic('/?page=3')
  await user.type(screen.getByRole('combobox', { name: '检索仪器' }), '核磁')
  await screen.findByRole('option', { name: /AVANCE/ })
  await user.keyboard('{Escape}{Enter}')
  await waitFor(() => expect(search().get('q')).toBe('核磁'))
  expect(search().get('page')).toBeNull()
  expect(screen.getByRole('combobox', { name: '检索仪器' })).toHaveFocus()
})

test('what was made of the words is said', async () => {
  words = [
    { text: '核磁共振', kinds: ['核磁共振波谱仪'], writtenAs: '核瓷共振', dropped: false },
    { text: '呼伦贝尔', kinds: [], writtenAs: null, dropped: true },
  ]
  renderPublic('/?q=核瓷共振 呼伦贝尔')
  expect(await screen.findByText('已按“核磁共振”检索（您输入的是“核瓷共振”）。')).toBeVisible()
  expect(screen.getByText(/以下结果未包含：呼伦贝尔/)).toBeVisible()
  expect(screen.getByText('已识别为：核磁共振波谱仪。')).toBeVisible()
})

test('one unit and the order stand in the address and can be taken back', async () => {
  const { user, search } = renderPublic('/?unitId=u1&sort=newest')
  await screen.findByRole('link', { name: instrument.nameZh })
  expect(Object.fromEntries(asked[0]!)).toMatchObject({ unitId: 'u1', sort: 'newest' })
  await user.click(screen.getByRole('button', { name: '不限单位' }))
  await user.selectOptions(screen.getByRole('combobox', { name: '排序方式' }), '按相关程度')
  expect(search().toString()).toBe('')
})

test('a facet narrows the search and can be taken back', async () => {
  const { user, search } = renderPublic('/')
  const facet = await screen.findByRole('button', { name: /分析仪器/ })
  await user.click(facet)
  await waitFor(() => expect(asked.at(-1)?.get('classCode')).toBe('010000'))
  await user.click(screen.getByRole('button', { name: /分析仪器/ }))
  expect(search().get('classCode')).toBeNull()
})

test('an instrument that is gone says so, with the way back', async () => {
  server.use(http.get('*/api/instruments/catalogue/gone', () => problem(404, 'instrument.not-found')))
  renderPublic('/catalogue/gone')
  expect(await screen.findByRole('heading', { name: /没有找到这台仪器/ })).toBeVisible()
  expect(screen.getByRole('link', { name: '返回仪器目录' })).toHaveAttribute('href', '/')
})

test('centres of the name that is searched stand beside the instruments, and in a list of their own', async () => {
  renderPublic('/?q=分析')
  expect(await screen.findByRole('link', { name: '分析测试中心' })).toHaveAttribute('href', '/facilities/c1')
})

test('the list of facilities and centres tells what belongs to each', async () => {
  renderPublic('/facilities?q=分析')
  expect(await screen.findByRole('link', { name: '分析测试中心' })).toBeVisible()
  expect(screen.getByText(/12 台（套），原值合计 770.00 万元/)).toBeVisible()
})
