import { screen, waitFor, within } from '@testing-library/react'
import { HttpResponse, http } from 'msw'
import { beforeEach, expect, test } from 'vitest'
import { renderAt } from '../../testing/renderAt.tsx'
import { pageOf, policyOfficer, problem, server, signedInAs, unitAdministrator } from '../../testing/server.ts'

const unit = {
  id: 'u1',
  name: '内蒙古农业大学',
  creditCode: '12100000425006117P',
  kind: 'university',
  supervisorId: 's1',
  supervisorName: '内蒙古自治区教育厅',
  leagueCode: '150100',
  centralLevel: false,
  address: '',
  website: '',
  contactName: '',
  contactPhone: '',
  accounts: 2,
  registeredAt: '2026-01-05T01:00:00Z',
  version: 3,
}
const supervisor = {
  id: 's1',
  parentId: 'r1',
  name: '内蒙古自治区教育厅',
  tier: 'supervisor',
  regionCode: '150000',
  units: 1,
  version: 1,
}

let asked: URLSearchParams[]

beforeEach(() => {
  asked = []
  signedInAs(policyOfficer)
  server.use(
    http.get('*/api/units/managing-units', ({ request }) => {
      asked.push(new URL(request.url).searchParams)
      return HttpResponse.json(pageOf([unit], 57))
    }),
    http.get('*/api/units/managing-units/u1', () => HttpResponse.json(unit)),
    http.get('*/api/units/managing-units/u1/overviews', () =>
      HttpResponse.json({ unitId: 'u1', unitName: '', closed: false, years: [] }),
    ),
    http.get('*/api/units/integrity-records', () => HttpResponse.json(pageOf([]))),
    http.get('*/api/units/managing-units/u1/history', () => HttpResponse.json(pageOf([]))),
    http.get('*/api/units/affiliations', () => HttpResponse.json(pageOf([]))),
    http.get('*/api/units/organisations', () => HttpResponse.json([supervisor])),
    http.get('*/api/units/regions', () =>
      HttpResponse.json([{ code: '150100', name: '呼和浩特市', parentCode: '150000', level: 'leagueOrCity' }]),
    ),
  )
})

test('filters, order and page stand in the address and are asked of the server', async () => {
  const { user, search } = renderAt('/units?kind=university&page=2&sort=-name')
  expect(await screen.findByRole('link', { name: unit.name })).toBeVisible()
  expect(Object.fromEntries(asked[0]!)).toEqual({ kind: 'university', page: '2', size: '20', sort: '-name' })
  expect(screen.getByText(/本页 1 条，共 57 条/)).toBeVisible()

  await user.type(screen.getByRole('searchbox'), '农业')
  await waitFor(() => expect(search().get('search')).toBe('农业'))
  expect(search().get('page')).toBeNull()
  await waitFor(() => expect(asked.at(-1)?.get('search')).toBe('农业'))

  await user.click(screen.getByRole('button', { name: '单位名称' }))
  expect(search().get('sort')).toBeNull()
  await user.click(screen.getByRole('button', { name: '清除筛选条件' }))
  expect(search().toString()).toBe('')
})

test('an address beyond the end of the list leads back', async () => {
  server.use(
    http.get('*/api/units/managing-units', ({ request }) =>
      HttpResponse.json(pageOf(request.url.includes('page=9') ? [] : [unit], 57)),
    ),
  )
  const { user } = renderAt('/units?page=9')
  await user.click(await screen.findByRole('button', { name: '回到第一页' }))
  expect(await screen.findByRole('link', { name: unit.name })).toBeVisible()
})

test('a list that cannot be fetched says why and can be asked for again', async () => {
  server.use(http.get('*/api/units/managing-units', () => problem(500, 'server.fault'), { once: true }))
  const { user } = renderAt('/units')
  const alert = await screen.findByRole('alert')
  expect(alert).toHaveTextContent('系统出现意外错误')
  await user.click(within(alert).getByRole('button', { name: '重试' }))
  expect(await screen.findByRole('link', { name: unit.name })).toBeVisible()
})

test('what the server refuses stands under its field, and nothing typed is lost', async () => {
  server.use(
    http.put('*/api/units/managing-units/u1', () =>
      problem(409, 'unit.credit-code-taken', {
        creditCode: [{ code: 'unit.credit-code-taken', message: 'taken' }],
        'facts.contactName': [{ code: 'MaximumLengthValidator', message: 'too long' }],
      }),
    ),
  )
  const { user } = renderAt('/units/u1/edit')
  const name = await screen.findByLabelText('单位名称')
  await user.clear(name)
  await user.type(name, '内蒙古农业大学（新）')
  await user.click(screen.getByRole('button', { name: '保存' }))
  expect(await screen.findByText('该统一社会信用代码已被其他单位登记')).toBeVisible()
  expect(screen.getByText('内容过长')).toBeVisible()
  expect(name).toHaveValue('内蒙古农业大学（新）')
  expect(screen.queryByRole('alert', { name: /意外/ })).toBeNull()
})

test('the check digit of a credit code is verified while typing', async () => {
  const { user } = renderAt('/units/u1/edit')
  const code = await screen.findByLabelText('统一社会信用代码')
  expect(screen.getByText('校验位正确')).toBeVisible()
  await user.clear(code)
  await user.type(code, '12100000425006117a')
  expect(code).toHaveValue('12100000425006117A')
  await user.tab()
  expect(await screen.findByText(/最后一位应为“P”/)).toBeVisible()
})

test('a page with unsaved entries is left only after asking', async () => {
  const { user, router } = renderAt('/units/u1/edit')
  await user.type(await screen.findByLabelText('联系人'), '王')
  await user.click(screen.getByRole('link', { name: '组织机构' }))
  const dialog = await screen.findByRole('dialog', { name: '离开此页？' })
  await user.click(within(dialog).getByRole('button', { name: '留在此页' }))
  expect(screen.getByLabelText('联系人')).toHaveValue('王')
  await user.click(screen.getByRole('link', { name: '组织机构' }))
  await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: '离开' }))
  await waitFor(() => expect(router.state.location.pathname).toBe('/organisations'))
})

test('who may not edit sees the button, disabled, with the reason', async () => {
  signedInAs({ ...unitAdministrator, permissions: ['units.read'] })
  renderAt('/units/u1')
  expect(await screen.findByRole('button', { name: '修改' })).toHaveAttribute('aria-disabled', 'true')
})

test('a unit that is not there, or not mine, is a page that says so', async () => {
  server.use(http.get('*/api/units/managing-units/other', () => problem(404, 'unit.not-found')))
  renderAt('/units/other')
  expect(await screen.findByRole('heading', { name: '没有找到这个页面' })).toBeVisible()
})
