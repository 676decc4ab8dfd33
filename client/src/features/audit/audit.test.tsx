import { screen, waitFor, within } from '@testing-library/react'
import { HttpResponse, http } from 'msw'
import { expect, test } from 'vitest'
import { renderAt } from '../../testing/renderAt.tsx'
import { pageOf, policyOfficer, server, signedInAs } from '../../testing/server.ts'
import { differencesOf } from './differences.ts'

const line = {
  sequence: 41,
  at: '2026-11-20T01:00:00Z',
  accountId: 'a1',
  accountName: '政策处 斯琴',
  organisationId: 'o1',
  action: 'unit.moved',
  subject: 'u1',
  before: { supervisor: '教育厅' },
  after: { supervisor: '科技局', on: '2026-03-01' },
  why: '机构改革',
  sealedAs: 17,
}

function answering(permissions: string[]) {
  signedInAs({ ...policyOfficer, permissions: ['audit.read', ...permissions] })
  const asked: string[] = []
  server.use(
    http.get('*/api/units/audit', ({ request }) => {
      asked.push(new URL(request.url).search)
      return HttpResponse.json(pageOf([line]))
    }),
  )
  return asked
}

test('a line opens with what stood there before and after, and leads to all lines about its object', async () => {
  const asked = answering([])
  const { user, search } = renderAt('/audit')
  await user.click(await screen.findByRole('button', { name: '变更主管部门' }))
  const row = (await screen.findByText('教育厅')).closest('tr')!
  expect(within(row).getByText('科技局')).toBeVisible()
  await user.click(screen.getByRole('button', { name: '查看该对象的全部记录' }))
  await waitFor(() => expect(search().get('subject')).toBe('u1'))
  await waitFor(() => expect(asked.at(-1)).toContain('subject=u1'))
  expect(screen.getByRole('link', { name: '导出' })).toHaveAttribute('href', '/api/units/audit/export?subject=u1')
  expect(screen.queryByRole('heading', { name: /校验记录链/ })).toBeNull()
})

test('a broken chain says which line it is', async () => {
  answering(['operations.read'])
  const head = { place: 40, seal: 'x' }
  const fault = {
    kind: 'changed',
    from: 17,
    to: 17,
    sequence: 41,
    at: line.at,
    accountName: 'nobody',
    action: 'unit.moved',
  }
  const gone = { kind: 'missing', from: 20, to: 22, sequence: null, at: null, accountName: null, action: null }
  const verdict = { holds: false, lines: 37, faultCount: 2, faults: [fault, gone], notSealed: 0, head, known: head }
  const finished = {
    jobId: 'j1',
    state: 'finished',
    by: '斯琴',
    done: 40,
    total: 40,
    createdAt: line.at,
    finishedAt: line.at,
    verdict,
  }
  let latest: object | null = null
  server.use(
    http.get('*/api/units/audit/verification', () => HttpResponse.json({ latest })),
    http.post('*/api/units/audit/verification', () => {
      latest = finished
      return HttpResponse.json({ ...finished, state: 'running', done: 10, verdict: null })
    }),
  )
  const { user } = renderAt('/audit')
  await user.click(await screen.findByRole('button', { name: '开始校验' }))
  expect(await screen.findByText('已核对 10 / 40 条')).toBeVisible()
  expect(await screen.findByText('记录链已被破坏：核对 37 条，发现 2 处问题。')).toBeVisible()
  expect(screen.getByText('被改动').closest('li')).toHaveTextContent('记录链第 17 条')
  expect(screen.getByText('缺失').closest('li')).toHaveTextContent('记录链第 20–22 条')
})

test('what has changed comes first, and what is empty on both sides is left out', () =>
  expect(differencesOf({ a: 1, b: null, c: [] }, { a: 1, b: 2, c: [] })).toEqual([
    { name: 'b', before: null, after: 2, changed: true },
    { name: 'a', before: 1, after: 1, changed: false },
  ]))
