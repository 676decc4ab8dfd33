import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { HttpResponse, http } from 'msw'
import { beforeEach, expect, test } from 'vitest'
import { renderAt } from '../../testing/renderAt.tsx'
import { pageOf, server, signedInAs, unitAdministrator } from '../../testing/server.ts'

const liaison = { ...unitAdministrator, permissions: ['instruments.read', 'exemptions.declare'] }
const reviewer = {
  ...unitAdministrator,
  permissions: ['instruments.read', 'exemptions.review'],
  organisation: { id: 's1', name: '教育厅', tier: 'supervisor' as const },
}
const statement = {
  id: 'e1',
  unitId: 'u1',
  unitName: '北疆大学',
  supervisorName: '内蒙古自治区教育厅',
  reason: 'outdated',
  explanation: '已使用十五年，部件停产。',
  until: null,
  count: 1,
  unitReference: null,
  state: 'submitted',
  lapsed: false,
  filingNumber: null,
  submittedAt: '2026-11-20T02:00:00Z',
  filedOn: null,
  endedOn: null,
  instruments: [
    {
      id: 'i1',
      assetNumber: 'A1',
      nameZh: '离心机',
      model: 'XPN-100',
      originalValueFen: 61_300_000,
      acceptedOn: '2013-08-07',
    },
  ],
  steps: [
    {
      at: '2026-11-20T02:00:00Z',
      accountName: '王丽',
      organisationName: '北疆大学',
      action: 'submitted',
      reason: null,
    },
  ],
  actions: ['review'],
  version: 1,
}

let sent: unknown[]

beforeEach(() => {
  sent = []
  server.use(
    http.get('*/api/instruments/duties', () => HttpResponse.json(pageOf([]))),
    http.get('*/api/instruments/exemptions/e1', () => HttpResponse.json(statement)),
  )
})

test('a classified statement has room for a count and a number only, and nothing else is sent', async () => {
  signedInAs(liaison)
  server.use(
    http.post('*/api/instruments/exemptions', async ({ request }) => {
      sent.push(await request.json())
      return HttpResponse.json({ id: 'e1', version: 1 }, { status: 201 })
    }),
  )
  renderAt('/duties/exemptions/new?instruments=i1')
  await userEvent.click(await screen.findByLabelText('不报送理由'))
  await userEvent.click(await screen.findByText('涉密仪器'))
  expect(await screen.findByText('涉密信息不得填入本平台')).toBeVisible()
  expect(screen.queryByLabelText('涉及仪器')).toBeNull()
  expect(screen.queryByLabelText('情况说明')).toBeNull()
  await userEvent.type(screen.getByLabelText('台（套）数'), '2')
  await userEvent.type(screen.getByLabelText('单位文号'), 'BM-7')
  await userEvent.click(screen.getByRole('button', { name: '提交主管部门' }))
  await screen.findByText('已使用十五年，部件停产。')
  expect(sent).toEqual([
    {
      facts: {
        reason: 'classified',
        explanation: null,
        until: null,
        instrumentIds: [],
        count: 2,
        unitReference: 'BM-7',
      },
    },
  ])
})

test('a return needs its reason before it is sent', async () => {
  signedInAs(reviewer)
  server.use(
    http.post('*/api/instruments/exemptions/e1/review', async ({ request }) => {
      sent.push(await request.json())
      return HttpResponse.json({ id: 'e1', version: 2 })
    }),
  )
  renderAt('/duties/exemptions/e1')
  await userEvent.click(await screen.findByLabelText('退回单位'))
  await userEvent.click(screen.getByRole('button', { name: /审\s*核/ }))
  expect(sent).toEqual([])
  await userEvent.type(screen.getByLabelText('退回原因'), '请补充依据')
  await userEvent.click(screen.getByRole('button', { name: /审\s*核/ }))
  await screen.findByText('已退回单位')
  expect(sent).toEqual([{ endorse: false, reason: '请补充依据', version: 1 }])
})
