import { screen, waitFor, within } from '@testing-library/react'
import { HttpResponse, http } from 'msw'
import { beforeEach, expect, test } from 'vitest'
import { renderAt } from '../../../testing/renderAt.tsx'
import { pageOf, server, signedInAs } from '../../../testing/server.ts'
import { answerReference, instrument, reviewer, row } from '../examples.ts'
import { changesSinceReview } from './changesSinceReview.ts'

const submitted = {
  ...instrument,
  lifeCycle: 'submitted',
  submittedAt: '2026-01-06T01:00:00Z',
  actions: ['approve', 'return'],
}
const step = {
  version: 1,
  at: '2026-01-05T01:00:00Z',
  by: '王建国',
  organisation: '大学',
  reason: null,
  changes: [],
  remarks: [],
}

beforeEach(() => {
  signedInAs(reviewer)
  answerReference()
  const queue = [
    { ...row, lifeCycle: 'submitted' },
    { ...row, id: 'i2', nameZh: '质谱仪', lifeCycle: 'submitted' },
  ]
  server.use(
    http.get('*/api/instruments', () => HttpResponse.json(pageOf(queue))),
    http.get('*/api/instruments/i1', () => HttpResponse.json(submitted)),
    http.get('*/api/instruments/i2', () =>
      HttpResponse.json({ ...submitted, id: 'i2', record: { ...submitted.record, nameZh: '质谱仪' } }),
    ),
    http.get('*/api/instruments/:id/history', () => HttpResponse.json(pageOf([{ ...step, action: 'submitted' }]))),
  )
})

test('returns with a reason and a remark pinned to a field, and goes on to the next', async () => {
  let sent: unknown
  server.use(
    http.post('*/api/instruments/i1/return', async ({ request }) => {
      sent = await request.json()
      return HttpResponse.json({ id: 'i1', version: 5 })
    }),
  )
  const { user, router } = renderAt('/instruments/review/i1')
  await user.click(await screen.findByRole('button', { name: '批注“原值”' }))
  await user.type(
    within(screen.getByRole('complementary', { name: '审核决定' })).getByLabelText('原值'),
    '与资产账不符',
  )
  expect(screen.getByRole('button', { name: '审核通过' })).toBeDisabled()

  await user.click(screen.getByRole('combobox', { name: /退回原因/ }))
  await user.click(await screen.findByTitle('信息有误'))
  await user.type(screen.getByLabelText('退回意见'), '请核对原值')
  await user.click(screen.getByRole('button', { name: '退回修改' }))

  await waitFor(() => expect(router.state.location.pathname).toBe('/instruments/review/i2'))
  expect(sent).toEqual({
    version: 4,
    reasonCode: 'wrong',
    reason: '请核对原值',
    remarks: [{ field: 'originalValueFen', text: '与资产账不符' }],
  })
  expect(await screen.findByRole('heading', { name: '质谱仪' })).toBeVisible()
  expect(screen.queryByText('与资产账不符')).toBeNull()
})

test('what is different since the last review: then and now, changed back is no change', () => {
  const change = (field: string, before: unknown, after: unknown) => ({ field, before, after })
  const steps = [
    { ...step, action: 'submitted' },
    { ...step, action: 'edited', changes: [change('model', 'B', 'C'), change('street', '乙', '甲')] },
    { ...step, action: 'edited', changes: [change('model', 'A', 'B'), change('street', '甲', '乙')] },
    { ...step, action: 'returned' },
    { ...step, action: 'registered', changes: [change('nameZh', null, '质谱仪')] },
  ]
  expect(changesSinceReview(steps)).toEqual([change('model', 'A', 'C')])
  expect(changesSinceReview(steps.slice(4))).toBeUndefined()
})
