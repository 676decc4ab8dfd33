import { screen, waitFor, within } from '@testing-library/react'
import { HttpResponse, http } from 'msw'
import { beforeEach, expect, test } from 'vitest'
import { renderAt } from '../../testing/renderAt.tsx'
import { pageOf, server, signedInAs, unitAdministrator } from '../../testing/server.ts'

const threshold = {
  key: 'dutyThreshold',
  rule: 'P-1',
  kind: 'money',
  least: 1_000_000,
  most: 10_000_000_000,
  value: 30_000_000,
  validFrom: '2022-04-02',
  source: '开放共享管理办法（试行）第二条',
  changedBy: '斯琴',
  changedAt: '2022-04-02T01:00:00Z',
  version: 1,
  upcoming: [],
}
const days = { ...threshold, key: 'onboardingDays', kind: 'workingDays', least: 1, most: 250, value: 30 }

let asked: URLSearchParams[]

beforeEach(() => {
  asked = []
  signedInAs(unitAdministrator)
  server.use(
    http.get('*/api/units/policies', ({ request }) => {
      asked.push(new URL(request.url).searchParams)
      return HttpResponse.json({ on: '2026-11-21', today: '2026-11-21', editable: true, rows: [threshold, days] })
    }),
  )
})

test('what holds stands with its unit and its source, and another day is asked for by the address', async () => {
  renderAt('/policies?on=2021-06-01')
  const row = (await screen.findByText('开放义务起点原值')).closest('tr')!
  expect(within(row).getByText('30.00 万元')).toBeVisible()
  expect(within(row).getByText('开放共享管理办法（试行）第二条')).toBeVisible()
  expect(screen.getByText('30 个工作日')).toBeVisible()
  expect(asked[0]!.get('on')).toBe('2021-06-01')
  expect(screen.queryByRole('button', { name: '调整' })).not.toBeInTheDocument()
})

test('before the threshold is changed one sees what it would move', async () => {
  const sent: unknown[] = []
  server.use(
    http.get('*/api/instruments/duties/threshold-preview', ({ request }) => {
      const fen = new URL(request.url).searchParams.get('thresholdFen')
      const instrument = {
        id: 'i1',
        nameZh: '离心机',
        model: 'XPN-100',
        unitId: 'u1',
        unitName: '内蒙古大学',
        originalValueFen: 40_000_000,
        lifeCycle: 'listed',
      }
      return HttpResponse.json({
        holdingFen: 30_000_000,
        enter: Number(fen) < 30_000_000,
        byUnit: [{ unitId: 'u1', unitName: '内蒙古大学', instruments: 1 }],
        affected: { ...pageOf([instrument], 1), size: 10 },
      })
    }),
    http.post('*/api/units/policies/dutyThreshold', async ({ request }) => {
      sent.push(await request.json())
      return HttpResponse.json({})
    }),
  )
  const { user } = renderAt('/policies')
  await user.click((await screen.findAllByRole('button', { name: '调整' }))[0]!)
  const value = await screen.findByLabelText('新数值')
  await user.clear(value)
  await user.type(value, '50')
  expect(await screen.findByText(/将有 1 台（套）仪器退出开放义务/)).toBeInTheDocument()
  await user.type(screen.getByLabelText(/依据/), '内科发〔2026〕1号')
  await user.type(screen.getByLabelText('调整原因'), '与国家口径一致')
  await user.click(screen.getAllByRole('button', { name: '调整' }).at(-1)!)
  await waitFor(() => expect(sent).toHaveLength(1))
  expect(sent[0]).toMatchObject({ value: 50_000_000, validFrom: '2026-11-21', version: 1 })
})
