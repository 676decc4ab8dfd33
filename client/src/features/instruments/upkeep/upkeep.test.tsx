import { screen, waitFor, within } from '@testing-library/react'
import { HttpResponse, http } from 'msw'
import { beforeEach, expect, test } from 'vitest'
import { renderAt } from '../../../testing/renderAt.tsx'
import { pageOf, server, signedInAs } from '../../../testing/server.ts'
import { answerReference, custodianOfLists, instrument, row } from '../examples.ts'

const upkeep = {
  status: 'underRepair',
  since: '2026-01-02',
  expectedBackOn: '2026-01-20',
  daysThisYear: 4,
  daysLastYear: 0,
  repairCount: 1,
  repairCostFen: 0,
  steps: [],
  repairs: [
    {
      id: 'r1',
      from: '2026-01-02',
      until: null,
      days: 4,
      fault: '真空度达不到要求',
      work: null,
      doneBy: '原厂售后',
      costFen: null,
      attachmentId: null,
      enteredBy: '陈静',
      enteredAt: '2026-01-02T01:00:00Z',
      struckAt: null,
      struckBecause: null,
      version: 1,
    },
  ],
}
const listed = { ...instrument, lifeCycle: 'listed', actions: ['operate', 'entrust'] }

beforeEach(() => {
  signedInAs({
    ...custodianOfLists,
    permissions: [...custodianOfLists.permissions, 'instruments.operate', 'instruments.entrust'],
  })
  answerReference()
  server.use(
    http.get('*/api/instruments/i1', () => HttpResponse.json(listed)),
    http.get('*/api/instruments/i1/upkeep', () => HttpResponse.json(upkeep)),
    http.get('*/api/instruments/i1/attachments', () => HttpResponse.json([])),
    http.get('*/api/instruments/custodians', () =>
      HttpResponse.json([
        { accountId: 'a5', name: '陈静', userName: 'chenjing', roles: ['custodian'], instruments: 2 },
      ]),
    ),
  )
})

test('a repair is brought to its end with what was done and its bill, and the instrument goes back into service', async () => {
  let sent: unknown
  const bill = { id: 'f1', kind: 'document', fileName: 'bill.pdf', caption: null }
  const files: unknown[] = []
  server.use(
    http.get('*/api/instruments/i1/attachments', () => HttpResponse.json(files)),
    http.post('*/api/instruments/i1/repairs/documents', () => {
      files.push(bill)
      return HttpResponse.json(bill, { status: 201 })
    }),
    http.put('*/api/instruments/i1/repairs/r1', async ({ request }) => {
      sent = await request.json()
      return HttpResponse.json({ ...upkeep.repairs[0], version: 2 })
    }),
  )
  const { user } = renderAt('/instruments/i1?tab=upkeep')
  await user.click(await screen.findByRole('button', { name: /办\s*结/ }))
  const form = within(await screen.findByRole('dialog'))
  await user.type(form.getByLabelText('处理情况'), '更换轴承')
  await user.type(form.getByLabelText('维修费用'), '48600')
  await user.upload(form.getByLabelText('上传单据'), new File(['%PDF-'], 'bill.pdf', { type: 'application/pdf' }))
  expect(await form.findByText('bill.pdf')).toBeVisible()
  await user.click(form.getByRole('button', { name: /保\s*存/ }))
  await waitFor(() =>
    expect(sent).toMatchObject({
      facts: {
        from: '2026-01-02',
        fault: '真空度达不到要求',
        work: '更换轴承',
        costFen: 4_860_000,
        attachmentId: 'f1',
      },
      returnsToService: true,
      version: 1,
    }),
  )
  expect((sent as { facts: { until: string } }).facts.until).toMatch(/^\d{4}-\d\d-\d\d$/)
})

test('who does not run it reads the log and is told why no more', async () => {
  server.use(http.get('*/api/instruments/i1', () => HttpResponse.json({ ...listed, actions: [] })))
  renderAt('/instruments/i1?tab=upkeep')
  expect(await screen.findByText('真空度达不到要求')).toBeVisible()
  expect(screen.getByRole('button', { name: '登记维修' })).toHaveAttribute('aria-disabled', 'true')
  expect(screen.queryByRole('button', { name: /办\s*结/ })).toBeNull()
})

test('several instruments are entrusted at once', async () => {
  let sent: unknown
  server.use(
    http.get('*/api/instruments', () => HttpResponse.json(pageOf([row, { ...row, id: 'i2', nameZh: '质谱仪' }]))),
    http.post('*/api/instruments/custodians', async ({ request }) => {
      sent = await request.json()
      return HttpResponse.json({ done: 2, refused: 0, rows: [] })
    }),
  )
  const { user } = renderAt('/instruments')
  for (const name of ['扫描电子显微镜', '质谱仪'])
    await user.click(await screen.findByRole('checkbox', { name: `选择 ${name}` }))
  await user.click(screen.getByRole('button', { name: '指定机组负责人' }))
  const dialog = within(await screen.findByRole('dialog'))
  await user.click(dialog.getByLabelText('人员'))
  await user.click(await screen.findByTitle('陈静（负责 2 台）'))
  await user.click(dialog.getByRole('button', { name: '确定（2 台）' }))
  await waitFor(() =>
    expect(sent).toEqual({
      change: 'add',
      accountIds: ['a5'],
      items: [
        { id: 'i1', version: 4 },
        { id: 'i2', version: 4 },
      ],
    }),
  )
})
