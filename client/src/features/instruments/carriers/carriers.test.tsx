import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { HttpResponse, http } from 'msw'
import { beforeEach, expect, test } from 'vitest'
import { renderAt } from '../../../testing/renderAt.tsx'
import { pageOf, server, signedInAs } from '../../../testing/server.ts'
import { answerReference, custodianOfLists, reviewer } from '../examples.ts'

const centre = {
  id: 'c1',
  kind: 'instrumentCentre',
  unitId: 'u1',
  unitName: '内蒙古农业大学',
  record: { number: 'ZX-01', nameZh: '分析测试中心', introduction: '公共平台', disciplines: [] },
  lifeCycle: 'submitted',
  totals: { instruments: 2, listed: 1, valueFen: 770_000_000 },
  createdAt: '2026-01-05T01:00:00Z',
  updatedAt: '2026-01-05T01:00:00Z',
  submittedAt: '2026-01-06T01:00:00Z',
  listedOn: null,
  retiredOn: null,
  returnReasonCode: null,
  returnReason: null,
  remarks: [],
  missingForSubmission: [],
  missingForNation: [],
  actions: ['approve', 'return'],
  version: 2,
}

beforeEach(() => {
  answerReference()
  server.use(http.get('*/api/instruments/carriers/c1', () => HttpResponse.json(centre)))
})

test('the list tells what belongs to each and leads to its page', async () => {
  signedInAs(custodianOfLists)
  const { record, totals, ...rest } = centre
  const row = { ...rest, ...record, instruments: totals.instruments, valueFen: totals.valueFen, regionCode: '150100' }
  server.use(http.get('*/api/instruments/carriers', () => HttpResponse.json(pageOf([row]))))
  renderAt('/instruments/carriers')
  expect(await screen.findByRole('link', { name: '分析测试中心' })).toHaveAttribute('href', '/instruments/carriers/c1')
  expect(screen.getByRole('cell', { name: /770/ })).toBeVisible()
})

test('the supervisor pins a remark and sends it back, or approves', async () => {
  signedInAs(reviewer)
  let sent: unknown
  server.use(
    http.post('*/api/instruments/carriers/c1/review', async ({ request }) => {
      sent = await request.json()
      return HttpResponse.json({ id: 'c1', version: 3 })
    }),
    http.get('*/api/instruments/carriers', () => HttpResponse.json(pageOf([]))),
  )
  renderAt('/instruments/carriers/c1')
  const user = userEvent.setup()
  const decision = await screen.findByRole('complementary', { name: '审核决定' })
  await user.click(screen.getByRole('button', { name: '批注“中心简介”' }))
  await user.type(within(decision).getByLabelText('中心简介'), '太简单')
  expect(within(decision).getByRole('button', { name: '审核通过' })).toBeDisabled()
  await user.click(within(decision).getByRole('button', { name: '删除对“中心简介”的批注' }))
  await user.click(within(decision).getByRole('button', { name: '审核通过' }))
  await screen.findByRole('heading', { name: '设施与仪器中心' })
  expect(sent).toMatchObject({ approve: true, version: 2 })
})
