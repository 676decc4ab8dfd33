import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { HttpResponse, http } from 'msw'
import { beforeEach, expect, test } from 'vitest'
import { renderAt } from '../../testing/renderAt.tsx'
import { pageOf, server, signedInAs, unitAdministrator } from '../../testing/server.ts'

const counts = { mustOpen: 12, open: 6, overdue: 3, dueSoon: 1, due: 1, undated: 1, exempt: 2 }
const overview = {
  on: '2026-11-21',
  thresholdFen: 30_000_000,
  onboardingDays: 30,
  dueSoonDays: 10,
  knownThrough: '2026-12-31',
  total: counts,
  groups: [{ id: 'd1', name: '呼和浩特市科学技术局', unit: false, counts }],
}
const row = {
  id: 'i1',
  assetNumber: 'A1',
  nameZh: '扫描电子显微镜',
  model: 'JSM-7800F',
  unitId: 'u1',
  unitName: '北疆大学',
  supervisorName: '呼和浩特市科学技术局',
  originalValueFen: 385_000_000,
  acceptedOn: '2026-11-19',
  dueOn: '2027-01-01',
  provisional: true,
  state: 'due',
  workingDays: 29,
  lifeCycle: 'draft',
  statement: null,
  version: 1,
}
const officer = { ...unitAdministrator, organisation: { id: 'r1', name: '科技厅', tier: 'region' as const } }

let asked: URLSearchParams[]

beforeEach(() => {
  asked = []
  signedInAs(officer)
  server.use(
    http.get('*/api/instruments/duties', ({ request }) => {
      asked.push(new URL(request.url).searchParams)
      return HttpResponse.json(
        pageOf([
          row,
          {
            ...row,
            id: 'i2',
            nameZh: '离心机',
            dueOn: '2026-11-17',
            provisional: false,
            state: 'overdue',
            workingDays: -4,
          },
        ]),
      )
    }),
    http.get('*/api/instruments/duties/counts', () => HttpResponse.json(overview)),
  )
})

test('deadlines say how many working days are left or over, and which of them may still move', async () => {
  renderAt('/duties')
  const due = (await screen.findByText('扫描电子显微镜')).closest('tr')!
  expect(within(due).getByText('余 29 个工作日')).toBeVisible()
  expect(within(due).getByText('暂定')).toBeVisible()
  const late = screen.getByText('离心机').closest('tr')!
  expect(within(late).getByText('逾期 4 个工作日')).toBeVisible()
  expect(within(late).queryByText('暂定')).toBeNull()
  expect(asked[0]!.get('sort')).toBe('dueOn')
})

test('a view narrows the list by the address and shows how many there are', async () => {
  renderAt('/duties')
  await userEvent.click(await screen.findByRole('button', { name: /已逾期\s*3/ }))
  await screen.findByRole('button', { name: /已逾期/, current: true })
  expect(asked.at(-1)!.get('state')).toBe('overdue')
})

test('each figure of a department leads to its list', async () => {
  renderAt('/duties/counts')
  const department = (await screen.findByText('呼和浩特市科学技术局')).closest('tr')!
  expect(within(department).getByText('50.0 %')).toBeVisible()
  expect(within(department).getByRole('link', { name: '3' })).toHaveAttribute(
    'href',
    '/duties?state=overdue&supervisorId=d1',
  )
})
