import { screen, waitFor, within } from '@testing-library/react'
import { HttpResponse, http } from 'msw'
import { beforeEach, expect, test } from 'vitest'
import { renderAt } from '../../../testing/renderAt.tsx'
import { pageOf, problem, server, signedInAs } from '../../../testing/server.ts'
import { answerReference, custodianOfLists } from '../examples.ts'
import type { Column, Import, Row } from './api.ts'

const column = (index: number, title: string, fieldKey: string | null, more: Partial<Column> = {}): Column => ({
  index,
  letter: 'ABCDEF'.charAt(index),
  title,
  samples: ['例一', '例二'],
  fieldKey,
  confidence: 0.95,
  reason: 'title',
  moneyUnit: null,
  transform: null,
  alternatives: [],
  ...more,
})

const list: Import = {
  id: 'l1',
  fileName: '仪器台账.xlsx',
  sizeBytes: 20_000,
  fileKind: 'xlsx',
  finishedAt: null,
  createdAt: '2026-11-20T01:00:00Z',
  by: '王建国',
  state: 'ready',
  failure: null,
  sheets: [{ name: 'Sheet1', rows: 30, hidden: false }],
  sheet: 'Sheet1',
  headerFirst: 1,
  headerLast: 2,
  remembered: false,
  columns: [
    column(0, '设备名称', 'nameZh'),
    column(1, '单价', 'originalValueFen', { moneyUnit: 'wanYuan', confidence: 0.5 }),
    column(2, '购置日期', 'bookedOn'),
    column(3, '备注', null, { reason: 'ignored', confidence: 0 }),
  ],
  unitId: 'u1',
  unitName: '内蒙古农业大学',
  hoursYear: 2025,
  missingFields: ['model'],
  counts: { rows: 30, create: 12, change: 1, leave: 15, refuse: 2, warnings: 1, skipped: 0 },
  faultGroups: [
    {
      code: 'date.unreadable',
      severity: 'error',
      fieldKey: 'bookedOn',
      column: 'C 购置日期',
      count: 2,
      message: 'Not a date.',
      recommendation: null,
      rows: [5, 9],
    },
  ],
  progress: null,
  result: null,
  version: 1,
}

const wrong: Row = {
  number: 5,
  outcome: 'refuse',
  unitName: '内蒙古农业大学',
  instrumentId: null,
  values: { nameZh: '离心机', bookedOn: '前年' },
  mended: [],
  leftOut: false,
  changes: [],
  faults: [
    {
      args: [],
      code: 'date.unreadable',
      severity: 'error',
      fieldKey: 'bookedOn',
      column: 'C 购置日期',
      content: '前年',
      message: 'Not a date.',
      recommendation: null,
    },
  ],
}

const root = '*/api/instruments/imports'

beforeEach(() => {
  signedInAs(custodianOfLists)
  answerReference()
  server.use(
    http.get(`${root}/l1`, () => HttpResponse.json(list)),
    http.get(`${root}/l1/rows`, () => HttpResponse.json(pageOf([wrong]))),
  )
})

test('the guess is shown with its reason, corrected, and sent; checking leads to the faults', async () => {
  let sent: unknown
  server.use(
    http.put(`${root}/l1/mapping`, async ({ request }) => {
      sent = await request.json()
      return HttpResponse.json({ ...list, version: 2 })
    }),
  )
  const { user, search } = renderAt('/instruments/imports/l1?step=mapping')
  const value = await screen.findByRole('row', { name: /单价/ })
  expect(value).toHaveTextContent('请核对')
  expect(screen.getByText(/清单里没有这些提交必填的信息：规格型号/)).toBeVisible()

  await user.click(within(value).getByRole('combobox', { name: '金额单位' }))
  await user.click(await screen.findByTitle('元'))
  await user.click(screen.getByRole('combobox', { name: '“备注”对应的信息项' }))
  await user.click(await screen.findByTitle('规格型号'))
  expect(screen.queryByText(/清单里没有这些/)).toBeNull()
  await user.click(screen.getByRole('button', { name: '按此核对' }))

  await waitFor(() => expect(search().get('step')).toBe('faults'))
  expect(sent).toEqual({
    sheet: 'Sheet1',
    headerFirst: 1,
    headerLast: 2,
    unitId: 'u1',
    hoursYear: 2025,
    version: 1,
    columns: [
      { index: 0, fieldKey: 'nameZh', moneyUnit: null },
      { index: 1, fieldKey: 'originalValueFen', moneyUnit: 'yuan' },
      { index: 2, fieldKey: 'bookedOn', moneyUnit: null },
      { index: 3, fieldKey: 'model', moneyUnit: null },
    ],
  })
})

test('a wrong cell is mended where it stands, and the row says what becomes of it', async () => {
  let sent: unknown
  server.use(
    http.put(`${root}/l1/rows/5`, async ({ request }) => {
      sent = await request.json()
      const row = { ...wrong, outcome: 'create', faults: [], values: { nameZh: '离心机', bookedOn: '2024-05' } }
      return HttpResponse.json({ row, counts: { ...list.counts, create: 13, refuse: 1 }, version: 2 })
    }),
  )
  const { user } = renderAt('/instruments/imports/l1?step=faults')
  const cell = await screen.findByLabelText('建账日期')
  expect(cell).toHaveValue('前年')
  expect(screen.getAllByText('不是日期').length).toBeGreaterThan(1)
  await user.clear(cell)
  await user.type(cell, '2024-05')
  await user.click(screen.getByRole('button', { name: /^改\s*正$/ }))
  expect(await screen.findByText('已改正，将新增')).toBeVisible()
  expect(sent).toEqual({ values: { bookedOn: '2024-05' }, skip: false, version: 1 })
})

test('consequences come before the commit; with refused rows only the clean ones can be taken', async () => {
  let mode: unknown
  server.use(
    http.post(`${root}/l1/commit`, async ({ request }) => {
      mode = await request.json()
      return HttpResponse.json({
        ...list,
        state: 'done',
        result: { created: 12, changed: 1, left: 15, refused: 2 },
        version: 3,
      })
    }),
  )
  const { user } = renderAt('/instruments/imports/l1?step=confirm')
  expect(await screen.findByRole('button', { name: '全部导入（13 台）' })).toHaveAttribute('aria-disabled', 'true')
  await user.click(screen.getByRole('button', { name: '只导入无误的 13 台，留下 2 行' }))
  expect(await screen.findByText('新增 12 台，变更 1 台，无变化 15 台，未导入 2 行。')).toBeVisible()
  expect(mode).toEqual({ mode: 'clean', version: 1 })
})

test('a list without refused rows raises no alarm about them', async () => {
  server.use(http.get(`${root}/l1`, () => HttpResponse.json({ ...list, counts: { ...list.counts, refuse: 0 } })))
  renderAt('/instruments/imports/l1?step=confirm')
  expect(await screen.findByRole('button', { name: /^0\s*有错误/ })).toHaveClass('outcome', { exact: true })
})

test('work on a long list shows its progress and can be stopped', async () => {
  server.use(
    http.get(`${root}/l1`, () =>
      HttpResponse.json({ ...list, state: 'committing', progress: { done: 40, total: 160 } }),
    ),
    http.post(`${root}/l1/cancel`, () => {
      const failure = { code: 'import.commit-cancelled', message: '' }
      server.use(http.get(`${root}/l1`, () => HttpResponse.json({ ...list, failure })))
      return HttpResponse.json({ ...list, failure })
    }),
  )
  const { user } = renderAt('/instruments/imports/l1')
  expect(await screen.findByText('40 / 160 行')).toBeVisible()
  await user.click(screen.getByRole('button', { name: /^取\s*消$/ }))
  expect(await screen.findByText('导入已取消，没有改动任何登记信息。')).toBeVisible()
})

test('a file that cannot be read is refused in words, and another can be chosen', async () => {
  server.use(http.post(root, () => problem(422, 'sheet.encrypted')))
  const { user } = renderAt('/instruments/imports/new')
  const input = await screen.findByLabelText('选择文件', { selector: 'input' })
  await user.upload(input, new File(['x'], '清单.xlsx'))
  expect(await screen.findByText(/文件有密码保护/)).toBeVisible()
  expect(screen.getByRole('button', { name: '选择文件' })).toBeEnabled()
})
