import { screen, within } from '@testing-library/react'
import { HttpResponse, http } from 'msw'
import { beforeEach, expect, test } from 'vitest'
import { renderAt } from '../../testing/renderAt.tsx'
import { pageOf, policyOfficer, server, signedInAs, unitAdministrator } from '../../testing/server.ts'

const unit = {
  id: 'u1',
  name: '内蒙古农业大学',
  creditCode: '12150000000000001A',
  kind: 'university',
  supervisorId: null,
  supervisorName: null,
  leagueCode: '150100',
  centralLevel: false,
  address: '',
  website: '',
  contactName: '',
  contactPhone: '',
  accounts: 1,
  registeredAt: '2026-01-05T01:00:00Z',
  closedOn: null,
  mergedIntoId: null,
  mergedIntoName: null,
  version: 1,
}
const missing = {
  year: 2025,
  roomArea: null,
  technicians: null,
  registerCount: 12,
  offered: null,
  reason: '',
  by: '',
  at: null,
  version: 0,
  revisions: [],
}
const filled = {
  ...missing,
  year: 2024,
  roomArea: 1200,
  technicians: 12,
  offered: 12,
  by: '赵强',
  at: '2025-01-05T01:00:00Z',
  version: 1,
}

beforeEach(() => {
  signedInAs(unitAdministrator)
  server.use(
    http.get('*/api/units/managing-units/u1', () => HttpResponse.json(unit)),
    http.get('*/api/units/managing-units/u1/overviews', () =>
      HttpResponse.json({ unitId: 'u1', unitName: unit.name, closed: false, years: [missing, filled] }),
    ),
    http.get('*/api/units/managing-units/u1/history', () => HttpResponse.json(pageOf([]))),
    http.get('*/api/units/integrity-records', () => HttpResponse.json(pageOf([]))),
    http.get('*/api/units/affiliations', () => HttpResponse.json(pageOf([]))),
    http.get('*/api/units/regions', () => HttpResponse.json([])),
  )
})

test('a year starts from last year’s rooms and the register’s people; another number asks for its reason', async () => {
  const sent: unknown[] = []
  server.use(
    http.put('*/api/units/managing-units/u1/overviews/2025', async ({ request }) => {
      sent.push(await request.json())
      return HttpResponse.json({ year: 2025, version: 1 })
    }),
  )
  const { user } = renderAt('/units/u1')
  const row = (await screen.findByText('未填报')).closest('tr')!
  await user.click(within(row).getByRole('button', { name: /填\s*报/ }))
  expect(await screen.findByLabelText('科研用房面积（平方米）')).toHaveValue('1200.00')
  const people = screen.getByLabelText('实验技术人员（人）')
  expect(people).toHaveValue('12')
  await user.clear(people)
  await user.type(people, '15')
  await user.click(screen.getByRole('button', { name: /保\s*存/ }))
  expect(sent).toEqual([])
  await user.type(await screen.findByLabelText('与登记册人数不一致的原因'), '外聘三人')
  await user.click(screen.getByRole('button', { name: /保\s*存/ }))
  expect(await screen.findByText('已保存 2025 年度概况。')).toBeVisible()
  expect(sent).toEqual([{ roomArea: 1200, technicians: 15, reason: '外聘三人', version: 0 }])
})

test('the region is told how many are missing and finds them', async () => {
  signedInAs(policyOfficer)
  const asked: URLSearchParams[] = []
  server.use(
    http.get('*/api/units/overviews', ({ request }) => {
      asked.push(new URL(request.url).searchParams)
      return HttpResponse.json({ items: [], total: 0, page: 1, size: 20, year: 2025, filled: 45, units: 60 })
    }),
  )
  renderAt('/overviews?year=2025&filled=false')
  expect(await screen.findByText('2025 年：60 个单位中已填报 45 个，未填报 15 个。')).toBeVisible()
  expect([asked[0]!.get('year'), asked[0]!.get('filled')]).toEqual(['2025', 'false'])
})
