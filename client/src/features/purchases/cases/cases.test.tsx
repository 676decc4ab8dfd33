import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { HttpResponse, http } from 'msw'
import { beforeEach, expect, test } from 'vitest'
import { renderAt } from '../../../testing/renderAt.tsx'
import { server, signedInAs, unitAdministrator } from '../../../testing/server.ts'
import { emptyCase, emptyWish } from './CaseForm.tsx'

const check = {
  at: '2026-11-20T02:00:00Z',
  state: 'found',
  band: 'sameKind',
  counts: { sameModel: 0, sameKind: 2, near: 1 },
  rulesVersion: '2026.11',
  stock: { version: 3, instruments: 1500, asOf: '2026-11-20T02:00:00Z' },
  understood: { kindZh: '扫描电子显微镜', kindEn: null, classCode: null, brand: null, models: [], accessory: false },
  tests: [
    {
      code: 'notSplit',
      outcome: 'against',
      value: 60,
      threshold: 50,
      judged: 2,
      without: 0,
      text: null,
      source: '广东省查重指引 2024',
    },
  ],
}
const wish = { ...emptyWish, id: 'w1', nameZh: '扫描电镜', unitPriceFen: 360_000_000 }
const submitted = {
  id: 'c1',
  number: 'GZ20261120-0A0B0C',
  unitId: 'u1',
  unitName: '北疆大学',
  state: 'submitted',
  standing: { records: [], blocking: null, promises: [], grade: null, measures: [], restriction: null },
  granted: [],
  facts: { ...emptyCase, projectName: '碳汇监测', wishes: [wish] },
  wishes: [{ id: 'w1', facts: wish, check, opinion: '发现同类2台（套）。', opinionBy: null }],
  totalFen: 360_000_000,
  files: [],
  steps: [],
  remarks: [],
  actions: ['unitReview'],
  submittedAt: '2026-11-20T02:00:00Z',
  version: 2,
}

const administrator = {
  ...unitAdministrator,
  permissions: [...unitAdministrator.permissions, 'purchases.read', 'purchases.endorse', 'purchases.apply'],
}
const incomplete = () =>
  HttpResponse.json(
    {
      status: 422,
      code: 'purchase.incomplete',
      detail: '',
      errors: {
        'facts.necessity': [{ code: 'field.required', message: '' }],
        'facts.wishes.0.quotations': [{ code: 'purchase.three-quotations', message: '' }],
      },
    },
    { status: 422, headers: { 'Content-Type': 'application/problem+json' } },
  )

let sent: unknown[]

beforeEach(() => {
  sent = []
  signedInAs(administrator)
  server.use(
    http.get('*/api/purchase-review/cases', () => HttpResponse.json({ items: [], total: 0, page: 1, size: 50 })),
    http.get('*/api/purchase-review/rounds', () => HttpResponse.json({ items: [], total: 0, page: 1, size: 50 })),
  )
})

test('the case shows the rules with their numbers, and a return carries remarks on its fields', async () => {
  server.use(
    http.get('*/api/purchase-review/cases/c1', () => HttpResponse.json(submitted)),
    http.post('*/api/purchase-review/cases/c1/unit-review', async ({ request }) => {
      sent.push(await request.json())
      return HttpResponse.json({ id: 'c1', version: 3 })
    }),
  )
  renderAt('/purchases/c1')
  expect(await screen.findByText(/可能拆分申购：.*同类申购共 2 台，合计 60.00 万元（起点 50.00 万元）/)).toBeVisible()
  expect(screen.getByText('申请单位没有生效中的诚信记录和整改措施')).toBeVisible()
  await userEvent.click(screen.getByLabelText('退回修改'))
  await userEvent.type(await screen.findByLabelText('退回原因'), '请补充')
  await userEvent.click(screen.getByRole('button', { name: '添加一条修改要求' }))
  await userEvent.click(screen.getByLabelText('针对'))
  await userEvent.click(await screen.findByText('扫描电镜 · 报价'))
  await userEvent.type(screen.getByLabelText('要求'), '未盖章')
  const panel = screen.getByRole('region', { name: '单位审核' })
  await userEvent.click(within(panel).getByRole('button', { name: '单位审核' }))
  await screen.findByText('已退回申购单位')
  expect(sent).toEqual([
    { pass: false, reason: '请补充', remarks: [{ field: 'wishes.0.quotations', text: '未盖章' }], version: 2 },
  ])
})

test('what is missing stands under its field when a draft is handed in', async () => {
  const draft = { ...submitted, state: 'draft', actions: ['edit', 'delete', 'submit'], submittedAt: null, version: 1 }
  server.use(
    http.get('*/api/purchase-review/cases/c1', () => HttpResponse.json(draft)),
    http.put('*/api/purchase-review/cases/c1', () => HttpResponse.json({ id: 'c1', version: 2 })),
    http.post('*/api/purchase-review/cases/c1/submit', async ({ request }) => {
      sent.push(await request.json())
      return incomplete()
    }),
  )
  renderAt('/purchases/c1/edit')
  await userEvent.click(await screen.findByRole('button', { name: '保存并提交' }))
  expect(await screen.findByText('提交审核前必须填写')).toBeVisible()
  expect(await screen.findByText('需要三家报价（低于开放起点的需要一家）')).toBeVisible()
  expect(sent).toEqual([{ version: 2 }])
})

test('where there are no fields to mark, what is missing is named, with the way to fill it in', async () => {
  const draft = { ...submitted, state: 'draft', actions: ['edit', 'delete', 'submit'], submittedAt: null, version: 1 }
  server.use(
    http.get('*/api/purchase-review/cases/c1', () => HttpResponse.json(draft)),
    http.post('*/api/purchase-review/cases/c1/submit', incomplete),
  )
  renderAt('/purchases/c1')
  await userEvent.click(await screen.findByRole('button', { name: '查重并提交' }))
  expect(await screen.findByText(/还缺：\s*必要性；报价/)).toBeVisible()
  await userEvent.click(screen.getByRole('link', { name: '去填写' }))
  expect(await screen.findByLabelText('必要性')).toBeVisible()
})

test('the grounds of another application are taken over, the instrument stays', async () => {
  const draft = {
    ...submitted,
    state: 'draft',
    facts: { ...emptyCase, wishes: [wish] },
    actions: ['edit', 'submit'],
    version: 1,
  }
  const other = {
    ...submitted,
    id: 'c2',
    facts: { ...submitted.facts, necessity: '排队两个月', grounds: ['saturated'] },
  }
  server.use(
    http.get('*/api/purchase-review/cases/c1', () => HttpResponse.json(draft)),
    http.get('*/api/purchase-review/cases/c2', () => HttpResponse.json(other)),
    http.get('*/api/purchase-review/cases', () =>
      HttpResponse.json({
        items: [
          { id: 'c1', number: 'GZ1', firstName: '扫描电镜', projectName: null },
          { id: 'c2', number: 'GZ2', firstName: '质谱仪', projectName: '碳汇监测' },
        ],
        total: 2,
        page: 1,
        size: 50,
      }),
    ),
  )
  renderAt('/purchases/c1/edit')
  await userEvent.click(await screen.findByLabelText('沿用另一件申请的理由'))
  await userEvent.click(await screen.findByText('质谱仪 · 碳汇监测 · GZ2'))
  await screen.findByText('已填入，请核对后保存')
  expect(screen.getByLabelText('必要性')).toHaveValue('排队两个月')
  expect(screen.getByLabelText('项目名称')).toHaveValue('碳汇监测')
  expect(screen.getByLabelText('有同类仪器，但机时已经饱和')).toBeChecked()
  expect(screen.getByLabelText('仪器名称（中文）')).toHaveValue('扫描电镜')
})

test('chosen applications that wait for me go on together, and what cannot says why', async () => {
  const row = {
    id: 'c1',
    number: 'GZ1',
    unitId: 'u1',
    unitName: '北疆大学',
    firstName: '扫描电镜',
    instruments: 1,
    totalFen: 360_000_000,
    projectName: null,
    state: 'submitted',
    band: null,
    submittedAt: null,
    updatedAt: '2026-11-20T02:00:00Z',
    roundId: null,
    version: 2,
  }
  const rows = [
    row,
    { ...row, id: 'c2', firstName: '质谱仪' },
    { ...row, id: 'c3', firstName: '天平', state: 'decided' },
  ]
  let sent: unknown
  server.use(
    http.get('*/api/purchase-review/cases/counts', () => HttpResponse.json([])),
    http.get('*/api/purchase-review/cases', () => HttpResponse.json({ items: rows, total: 3, page: 1, size: 20 })),
    http.post('*/api/purchase-review/cases/unit-review', async ({ request }) => {
      sent = await request.json()
      const refused = { id: 'c2', name: 'GZ2', done: false, code: 'purchase.changed-meanwhile', message: '' }
      return HttpResponse.json({
        done: 1,
        refused: 1,
        rows: [{ ...refused, id: 'c1', done: true, code: null }, refused],
      })
    }),
  )
  signedInAs(administrator)
  renderAt('/purchases')
  const user = userEvent.setup()
  for (const name of ['扫描电镜', '质谱仪', '天平'])
    await user.click(await screen.findByRole('checkbox', { name: `选择 ${name}` }))
  await user.click(screen.getByRole('button', { name: '批量同意上报' }))
  expect(await screen.findByText(/另有 1 件不在本环节/)).toBeVisible()
  await user.click(screen.getByRole('button', { name: '办理 2 件' }))

  expect(await screen.findByRole('alert', { name: '1 件未办理' })).toHaveTextContent('GZ2')
  expect(sent).toEqual({
    cases: [
      { id: 'c1', version: 2 },
      { id: 'c2', version: 2 },
    ],
  })
})
