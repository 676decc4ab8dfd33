import { screen, waitFor, within } from '@testing-library/react'
import { HttpResponse, http } from 'msw'
import { beforeEach, expect, test } from 'vitest'
import { renderAt } from '../../testing/renderAt.tsx'
import { pageOf, server, signedInAs, unitAdministrator } from '../../testing/server.ts'
import type { AssetPackage, Finding } from './api.ts'

const compared: AssetPackage = {
  id: 'p1',
  unitId: 'u1',
  unitName: '内蒙古农业大学',
  fileName: '资产卡片2026.zip',
  sizeBytes: 20_000,
  createdAt: '2026-11-20T01:00:00Z',
  by: '王建国',
  state: 'compared',
  takenAt: null,
  takenBy: null,
  thresholdFen: 30_000_000,
  counts: {
    cards: 60,
    taken: 20,
    below: 38,
    belowFen: 1_000_000,
    others: 2,
    disposed: 0,
    refused: 1,
    unchanged: 17,
    linked: 0,
    settledBefore: 0,
    looksIncomplete: false,
  },
  findings: [
    { kind: 'missingHere', state: 'open', count: 1 },
    { kind: 'valueMoved', state: 'open', count: 1 },
  ],
  sheets: [
    {
      file: '卡片.xlsx',
      sheet: '设备',
      cards: 60,
      columns: [{ title: '卡片编号', fieldKey: 'cardNumber' }],
      moneyUnit: 'yuan',
      doubtful: false,
    },
  ],
  leftOut: ['package.xml'],
  faults: [
    { code: 'card.value-missing', severity: 'error', file: '卡片.xlsx', sheet: '设备', row: 7, content: '面议' },
  ],
  newest: true,
  version: 1,
}

const lookalike = {
  id: 'i1',
  assetNumber: 'S-9',
  nameZh: '离子色谱仪',
  model: 'ICS-6000',
  originalValueFen: 56_000_000,
  lifeCycle: 'listed' as const,
}

const missing: Finding = {
  id: 'f1',
  kind: 'missingHere',
  state: 'open',
  name: '离子色谱仪',
  model: 'ICS 6000',
  cards: [
    {
      cardNumber: 'K1',
      nameZh: '离子色谱仪',
      model: 'ICS 6000',
      valueFen: 56_000_000,
      bookedOn: '2025-03-02',
      department: '分析中心',
      supplier: null,
    },
  ],
  instrument: null,
  suggestion: lookalike,
  suggestedBy: 'everything',
  registryFen: null,
  previousFen: null,
  cardFen: 56_000_000,
  action: null,
  note: null,
  settledBy: null,
  settledAt: null,
  version: 1,
}

beforeEach(() => {
  signedInAs({ ...unitAdministrator, permissions: [...unitAdministrator.permissions, 'instruments.import'] })
})

function answer(data: AssetPackage, rows: Finding[] = [missing]) {
  server.use(
    http.get('*/api/instruments/assets/packages/p1', () => HttpResponse.json(data)),
    http.get('*/api/instruments/assets/packages/p1/findings', () => HttpResponse.json(pageOf(rows))),
  )
}

test('shows what was found before anything is taken over', async () => {
  answer(compared)
  const { user } = renderAt('/assets/p1')
  expect(await screen.findByText(/以下是比对结果，尚未采用/)).toBeVisible()
  expect(screen.getByText('没有价值，或价值无法识别', { exact: false })).toBeVisible()
  expect(await screen.findByText('名称型号价值相同')).toBeVisible()
  expect(screen.getByRole('button', { name: '不处理' })).toHaveAttribute('aria-disabled', 'true')

  let taken: unknown
  server.use(
    http.post('*/api/instruments/assets/packages/p1/take-over', async ({ request }) => {
      taken = await request.json()
      answer({ ...compared, state: 'taken', version: 2 })
      return HttpResponse.json({ ...compared, state: 'taken', version: 2 })
    }),
  )
  await user.click(screen.getByRole('button', { name: '采用本次资产包' }))
  const dialog = await screen.findByRole('dialog')
  await user.click(within(dialog).getByRole('button', { name: '采用本次资产包' }))
  await waitFor(() => expect(taken).toEqual({ version: 1 }))
  await waitFor(() => expect(screen.queryByText(/以下是比对结果，尚未采用/)).toBeNull())
})

test('links a card to the instrument that looks like it', async () => {
  answer({ ...compared, state: 'taken', version: 2 })
  server.use(http.get('*/api/instruments', () => HttpResponse.json(pageOf([]))))
  let sent: unknown
  server.use(
    http.post('*/api/instruments/assets/findings/settle', async ({ request }) => {
      sent = await request.json()
      return HttpResponse.json({
        done: 1,
        refused: 0,
        rows: [{ id: 'f1', name: '离子色谱仪', done: true, code: null, message: null }],
      })
    }),
  )
  const { user } = renderAt('/assets/p1')
  await user.click(await screen.findByRole('button', { name: /^关\s?联$/ }))
  const dialog = await screen.findByRole('dialog')
  expect(within(dialog).getByRole('radio', { name: /离子色谱仪/ })).toBeChecked()
  await user.click(within(dialog).getByRole('button', { name: /^关\s?联$/ }))
  await waitFor(() =>
    expect(sent).toEqual({ action: 'link', note: null, items: [{ id: 'f1', version: 1, instrumentId: 'i1' }] }),
  )
})

test('tells which of many could not be settled, and why', async () => {
  answer({ ...compared, state: 'taken', version: 2 }, [
    missing,
    { ...missing, id: 'f2', name: '质谱仪', suggestion: null },
  ])
  server.use(
    http.post('*/api/instruments/assets/findings/settle', () =>
      HttpResponse.json({
        done: 1,
        refused: 1,
        rows: [
          { id: 'f1', name: '离子色谱仪', done: true, code: null, message: null },
          { id: 'f2', name: '质谱仪', done: false, code: 'finding.linked-meanwhile', message: '' },
        ],
      }),
    ),
  )
  const { user } = renderAt('/assets/p1')
  for (const box of await screen.findAllByRole('checkbox', { name: /离子色谱仪|质谱仪/ })) await user.click(box)
  const bar = screen.getByRole('region', { name: '批量处理' })
  expect(within(bar).getByRole('status')).toHaveTextContent('已选 2 项')
  await user.click(within(bar).getByRole('button', { name: '建草稿' }))
  const dialog = await screen.findByRole('dialog')
  await user.click(within(dialog).getByRole('button', { name: '建草稿' }))
  expect(await within(dialog).findByText('完成 1 项，未完成 1 项')).toBeVisible()
  expect(within(dialog).getByText('这张卡片刚被关联到一台仪器。')).toBeVisible()
})

test('a retirement needs its reason, and what the customs hold back says so', async () => {
  let sent: unknown
  answer({ ...compared, state: 'taken', findings: [{ kind: 'vanishedThere', state: 'open', count: 1 }], version: 2 }, [
    { ...missing, kind: 'vanishedThere', cards: [], instrument: lookalike, suggestion: null },
  ])
  server.use(
    http.post('*/api/instruments/assets/findings/settle', async ({ request }) => {
      sent = await request.json()
      return HttpResponse.json({
        done: 0,
        refused: 1,
        rows: [{ id: 'f1', name: '离子色谱仪', done: false, code: 'customs.still-supervised', message: '' }],
      })
    }),
  )
  const { user } = renderAt('/assets/p1')
  await user.click(await screen.findByRole('button', { name: '办理退出' }))
  const dialog = within(await screen.findByRole('dialog'))
  expect(dialog.getByRole('button', { name: '办理退出' })).toBeDisabled()
  await user.type(dialog.getByLabelText('退出原因（必填）'), '已报废')
  await user.click(dialog.getByRole('button', { name: '办理退出' }))
  expect(await dialog.findByText(/请先登记海关解除监管的通知书/)).toBeVisible()
  expect(sent).toMatchObject({ action: 'retire', note: '已报废', items: [{ id: 'f1', version: 1 }] })
})

test('lists the packages with what was found and done', async () => {
  server.use(
    http.get('*/api/instruments/assets/packages', () =>
      HttpResponse.json(
        pageOf([
          {
            ...compared,
            findings: [
              { kind: 'missingHere', state: 'done', count: 3 },
              { kind: 'valueMoved', state: 'open', count: 1 },
            ],
          },
        ]),
      ),
    ),
  )
  renderAt('/assets')
  expect(await screen.findByText('未登记 3 · 价值变动 1')).toBeVisible()
  expect(screen.getByText('3 / 4')).toBeVisible()
  expect(screen.getByRole('link', { name: '下载演示用的新一年资产包' })).toBeVisible()
})
