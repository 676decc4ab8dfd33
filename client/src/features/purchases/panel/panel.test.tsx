import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { HttpResponse, http } from 'msw'
import { beforeEach, expect, test } from 'vitest'
import { renderAt } from '../../../testing/renderAt.tsx'
import { pageOf, server, signedInAs, unitAdministrator } from '../../../testing/server.ts'
import { emptyCase, emptyWish } from '../cases/CaseForm.tsx'

const expert = {
  ...unitAdministrator,
  organisation: { id: 'x1', name: '专家库', tier: 'expert' as const },
  roles: ['expert'],
  permissions: ['purchases.read', 'purchases.assess'],
}
const roundCase = {
  id: 'c1',
  number: 'GZ1',
  unitName: '北疆大学',
  projectName: '碳汇监测',
  firstName: '扫描电镜',
  instruments: 1,
  totalFen: 360_000_000,
  rank: 1,
  state: 'underReview',
  outcome: null,
  band: 'sameKind',
  declared: false,
  opinionGiven: false,
  voted: false,
  sitting: 5,
  opinions: 1,
  votes: 0,
  version: 5,
}
const round = {
  id: 'r1',
  name: '第三批',
  year: 2026,
  annual: false,
  budgetFen: 1_000_000_000,
  applyUntil: null,
  meetingOn: '2026-12-01',
  minutes: null,
  state: 'assessing',
  quorum: 5,
  majorityPercent: 50,
  members: [],
  cases: [roundCase, { ...roundCase, id: 'c2', firstName: '质谱仪', rank: 2, declared: true, opinionGiven: true }],
  appliedFen: 720_000_000,
  grantedFen: 0,
  actions: [],
  version: 3,
}
const hidden = {
  name: '张敏',
  seat: 'finance',
  recused: false,
  conflict: null,
  declared: true,
  opinionGiven: true,
  voted: false,
  opinion: null,
  recommendation: null,
  vote: null,
  comment: null,
}
const wish = { ...emptyWish, id: 'w1', nameZh: '扫描电镜', unitPriceFen: 360_000_000 }
const dossier = {
  id: 'c1',
  number: 'GZ1',
  unitId: 'u1',
  unitName: '北疆大学',
  state: 'underReview',
  standing: { records: [], blocking: null, promises: [], grade: null, measures: [], restriction: null },
  granted: [],
  facts: { ...emptyCase, wishes: [wish] },
  wishes: [
    {
      id: 'w1',
      facts: wish,
      check: null,
      opinion: null,
      opinionBy: null,
      grantedQuantity: null,
      grantedPriceFen: null,
    },
  ],
  totalFen: 360_000_000,
  files: [],
  steps: [],
  remarks: [],
  decision: null,
  panel: {
    roundId: 'r1',
    roundName: '第三批',
    sitting: 5,
    opinions: 1,
    votes: 0,
    quorum: 5,
    majorityPercent: 50,
    mine: { opinion: null, recommendation: null, vote: null, comment: null },
    members: [hidden],
    recommendations: null,
    tally: null,
    carried: null,
  },
  actions: [],
  submittedAt: null,
  version: 5,
}

let sent: unknown[]

beforeEach(() => {
  sent = []
  signedInAs(expert)
})

test('the dossier opens only when it is declared that there is no conflict; the others stay hidden until mine is in', async () => {
  let declared = false
  server.use(
    http.get('*/api/purchase-review/rounds/r1', () =>
      HttpResponse.json({
        ...round,
        cases: round.cases.map(each => (each.id === 'c1' ? { ...each, declared } : each)),
      }),
    ),
    http.get('*/api/purchase-review/cases/c1', () =>
      declared ? HttpResponse.json(dossier) : HttpResponse.json({ code: 'panel.declare-first' }, { status: 409 }),
    ),
    http.post('*/api/purchase-review/cases/c1/declaration', async ({ request }) => {
      sent.push(await request.json())
      declared = true
      return new HttpResponse(null, { status: 204 })
    }),
    http.put('*/api/purchase-review/cases/c1/my-opinion', async ({ request }) => {
      sent.push(await request.json())
      return new HttpResponse(null, { status: 204 })
    }),
  )
  renderAt('/purchases/rounds/r1')
  expect(await screen.findByText('待声明利益冲突')).toBeVisible()
  expect(screen.queryByText('主要技术指标')).toBeNull()
  await userEvent.click(screen.getByLabelText('没有利益冲突，打开材料'))
  await userEvent.click(screen.getByRole('button', { name: '声明并打开材料' }))
  expect(await screen.findByText('主要技术指标')).toBeVisible()
  expect(screen.getByText('张敏')).toBeVisible()
  expect(screen.getByText('1 / 2')).toBeVisible()
  expect(screen.getByRole('button', { name: '上一件' })).toBeDisabled()
  await userEvent.click(screen.getByLabelText('调整'))
  await userEvent.type(screen.getByLabelText('评议意见'), '一台即可')
  await userEvent.click(screen.getByRole('button', { name: '提交独立意见' }))
  await screen.findByText('意见已提交')
  expect(sent).toEqual([
    { conflict: false, reason: null },
    { text: '一台即可', recommendation: 'adjusted' },
  ])
})

test('the letter says what was applied for and what is granted', async () => {
  server.use(
    http.get('*/api/purchase-review/cases/c1', () =>
      HttpResponse.json({
        ...dossier,
        state: 'decided',
        panel: null,
        decision: {
          outcome: 'adjusted',
          number: '内科评1号',
          on: '2026-12-02',
          reason: '核减',
          grantedFen: 200_000_000,
        },
        wishes: [{ ...dossier.wishes[0], grantedQuantity: 1, grantedPriceFen: 200_000_000 }],
      }),
    ),
  )
  renderAt('/purchases/c1/letter')
  expect(await screen.findByText('大型科研仪器购置评议决定书')).toBeVisible()
  expect(screen.getByText(/^1 × 360/)).toBeVisible()
  expect(screen.getByText(/^1 × 200/)).toBeVisible()
  expect(screen.getByText(/核准购置预算合计 200/)).toBeVisible()
})

test('a granted purchase is given up with a reason, and what is filtered can be taken out', async () => {
  const awaited = {
    id: 'e1',
    caseId: 'c1',
    number: 'GZ1',
    unitId: 'u1',
    unitName: '北疆大学',
    nameZh: '质谱仪',
    model: 'QE',
    piece: 1,
    decidedOn: '2026-01-01',
    dueOn: '2026-10-01',
    overdue: true,
    instrumentId: null,
    metOn: null,
    endedOn: null,
    endReason: '',
    endedBy: '',
    version: 1,
  }
  const sent: unknown[] = []
  signedInAs({
    ...unitAdministrator,
    permissions: [...unitAdministrator.permissions, 'purchases.read', 'purchases.convene'],
  })
  server.use(
    http.get('*/api/purchase-review/expectations', () => HttpResponse.json(pageOf([awaited]))),
    http.post('*/api/purchase-review/expectations/e1/end', async ({ request }) => {
      sent.push(await request.json())
      return new HttpResponse(null, { status: 204 })
    }),
  )
  renderAt('/purchases/expectations?state=overdue')
  await userEvent.click(await screen.findByRole('button', { name: '终止购置' }))
  const dialog = await screen.findByRole('dialog', { name: '终止购置：质谱仪' })
  await userEvent.type(within(dialog).getByLabelText('终止原因'), '项目撤销')
  await userEvent.click(within(dialog).getByRole('button', { name: '终止购置' }))
  await waitFor(() => expect(sent).toEqual([{ reason: '项目撤销', version: 1 }]))
  await userEvent.click(screen.getByRole('button', { name: '导出 1 条' }))
  expect(await screen.findByRole('link', { name: /xlsx|Excel/i })).toHaveAttribute(
    'href',
    expect.stringContaining('state=overdue'),
  )
})
