import { screen } from '@testing-library/react'
import { HttpResponse, http } from 'msw'
import { beforeEach, expect, test } from 'vitest'
import { renderAt } from '../../testing/renderAt.tsx'
import { pageOf, server, signedInAs, unitAdministrator } from '../../testing/server.ts'

const inbox = {
  groups: [
    { key: 'toMend', count: 3, mine: true, lifeCycle: 'returned' },
    { key: 'waiting', count: 5, mine: false, lifeCycle: 'submitted' },
  ],
  total: 40,
  listed: 32,
  units: 1,
  listedValueFen: 1_234_567_890_12,
}

const duties = { mustOpen: 30, open: 20, overdue: 4, dueSoon: 2, due: 3, undated: 1 }

beforeEach(() => {
  const statements = [{ state: 'endorsed', count: 2, mine: true }]
  server.use(
    http.get('*/api/instruments/duties/counts', () =>
      HttpResponse.json({ thresholdFen: 30_000_000, onboardingDays: 30, total: duties, groups: [] }),
    ),
    http.get('*/api/instruments/carriers', () => HttpResponse.json(pageOf([], 2))),
    http.get('*/api/instruments/exemptions/counts', () => HttpResponse.json(statements)),
  )
})

test('what waits for me leads to where it is done; red is only what is mine', async () => {
  signedInAs(unitAdministrator)
  server.use(http.get('*/api/instruments/inbox', () => HttpResponse.json(inbox)))
  renderAt('/workbench')
  const mine = await screen.findByRole('link', { name: /已退回待改/ })
  expect(mine).toHaveAttribute('href', '/instruments?lifeCycle=returned')
  expect(mine).toHaveClass('inbox-group-mine')
  expect(screen.getByRole('link', { name: /审核中/ })).not.toHaveClass('inbox-group-mine')
  expect(screen.getByText('123,456.79 万元')).toHaveAttribute('title', '1,234,567,890.12 元')
  expect(screen.getByText('原值 30.00 万元及以上，验收后 30 个工作日内入网。')).toBeVisible()
  expect(await screen.findByRole('link', { name: /4\s*已逾期未开放/ })).toHaveAttribute('href', '/duties?state=overdue')
  const toFile = await screen.findByRole('link', { name: /不报送说明待备案/ })
  expect(toFile).toHaveAttribute('href', '/duties/exemptions?state=endorsed')
})

test('a reviewer is led to the review', async () => {
  signedInAs({
    ...unitAdministrator,
    organisation: { id: 's1', name: '科技局', tier: 'supervisor' },
    permissions: [...unitAdministrator.permissions, 'instruments.review'],
  })
  const toReview = { key: 'toReview', count: 9, mine: true, lifeCycle: 'submitted' }
  server.use(http.get('*/api/instruments/inbox', () => HttpResponse.json({ ...inbox, groups: [toReview] })))
  renderAt('/workbench')
  expect(await screen.findByRole('link', { name: /待我审核/ })).toHaveAttribute('href', '/instruments/review')
  expect(await screen.findByRole('link', { name: /设施与中心待审核/ })).toHaveAttribute(
    'href',
    '/instruments/carriers?lifeCycle=submitted',
  )
})

test('who has no work here is shown the way to the catalogue, and the server is not asked', async () => {
  signedInAs({ ...unitAdministrator, permissions: [], roles: ['expert'] })
  renderAt('/workbench')
  expect(await screen.findByRole('link', { name: '打开仪器目录' })).toHaveAttribute('href', '/')
  expect(screen.queryByRole('link', { name: '账号管理' })).toBeNull()
})
