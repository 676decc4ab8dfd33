import { screen, waitFor, within } from '@testing-library/react'
import { HttpResponse, http } from 'msw'
import { beforeEach, expect, test } from 'vitest'
import { renderAt } from '../../../testing/renderAt.tsx'
import { pageOf, problem, server, signedInAs } from '../../../testing/server.ts'
import { answerReference, custodianOfLists, instrument, row } from '../examples.ts'

let asked: URLSearchParams[]

beforeEach(() => {
  asked = []
  signedInAs(custodianOfLists)
  answerReference()
  server.use(
    http.get('*/api/instruments', ({ request }) => {
      asked.push(new URL(request.url).searchParams)
      return HttpResponse.json(pageOf([row], 57))
    }),
    http.get('*/api/instruments/i1', () => HttpResponse.json(instrument)),
  )
})

test('filters stand in the address; amounts are typed in 万元 and asked for in fen', async () => {
  const { user, search } = renderAt('/instruments?lifeCycle=draft&valueFrom=30')
  expect(await screen.findByRole('link', { name: '扫描电子显微镜' })).toBeVisible()
  expect(asked[0]!.get('lifeCycle')).toBe('draft')
  expect(asked[0]!.get('valueFromFen')).toBe('30000000')
  expect(screen.getByRole('button', { name: '导出 57 条' })).toBeEnabled()

  await user.click(
    within(screen.getByRole('navigation', { name: '按状态查看' })).getByRole('button', { name: /已入网/ }),
  )
  await waitFor(() => expect(search().get('lifeCycle')).toBe('listed'))
  await user.type(screen.getByLabelText('原值至'), '50.5{Enter}')
  await waitFor(() => expect(asked.at(-1)?.get('valueToFen')).toBe('50500000'))
  expect(search().get('valueTo')).toBe('50.5')
})

test('chosen rows are submitted after a preview, and the report says what became of each', async () => {
  let sent: unknown
  server.use(
    http.post('*/api/instruments/submit', async ({ request }) => {
      sent = await request.json()
      const refused = {
        id: 'i1',
        name: row.nameZh,
        done: false,
        code: 'instrument.incomplete',
        message: '请先填写：规格型号',
      }
      return HttpResponse.json({ done: 0, refused: 1, rows: [refused] })
    }),
  )
  const { user } = renderAt('/instruments')
  await user.click(await screen.findByRole('checkbox', { name: '选择 扫描电子显微镜' }))
  await user.click(screen.getByRole('button', { name: '提交审核' }))
  await user.click(await screen.findByRole('button', { name: '提交 1 台' }))
  expect(await screen.findByText('完成 0 台，未办理 1 台')).toBeVisible()
  expect(screen.getByText('请先填写：规格型号')).toBeVisible()
  expect(sent).toEqual({ items: [{ id: 'i1', version: 4 }] })
})

test('what the server refuses stands under its field, and nothing typed is lost', async () => {
  server.use(
    http.put('*/api/instruments/i1', () =>
      problem(409, 'instrument.asset-number-taken', {
        'record.assetNumber': [{ code: 'instrument.asset-number-taken', message: 'taken' }],
      }),
    ),
  )
  const { user } = renderAt('/instruments/i1/edit')
  const name = await screen.findByLabelText(/仪器设备名称/)
  await user.type(name, '（新）')
  await user.click(screen.getByRole('button', { name: /^保\s*存$/ }))
  expect(await screen.findByText('本单位已有仪器使用这个资产编号')).toBeVisible()
  expect(name).toHaveValue('扫描电子显微镜（新）')
})

test('a submission that misses something says where, and nothing is sent', async () => {
  server.use(
    http.get('*/api/instruments/i1', () =>
      HttpResponse.json({ ...instrument, record: { ...instrument.record, model: null } }),
    ),
  )
  const { user } = renderAt('/instruments/i1/edit')
  await user.click(await screen.findByRole('button', { name: '保存并提交审核' }))
  expect(await screen.findByText('提交审核前必须填写')).toBeVisible()
  expect(screen.getByLabelText(/规格型号/)).toBeVisible()
})

test('when somebody was faster the form stays filled, shows what they changed, and saves over after review', async () => {
  const theirs = { ...instrument.record, model: 'S-4800 II', functions: '形貌与成分' }
  const saved: { version: number; record: typeof theirs }[] = []
  let current = instrument
  server.use(
    http.get('*/api/instruments/i1', () => HttpResponse.json(current)),
    http.put('*/api/instruments/i1', async ({ request }) => {
      const body = (await request.json()) as (typeof saved)[0]
      if (body.version !== current.version) return problem(409, 'instrument.changed-meanwhile')
      saved.push(body)
      return HttpResponse.json({ id: 'i1', version: body.version + 1 })
    }),
  )
  const { user } = renderAt('/instruments/i1/edit')
  const model = await screen.findByLabelText(/规格型号/)
  await user.clear(model)
  await user.type(model, 'SU8010')
  current = { ...instrument, record: theirs, version: 5 }
  await user.click(screen.getByRole('button', { name: /^保\s*存$/ }))

  const [shown] = await screen.findAllByRole('alert')
  const both = within(shown!).getByRole('row', { name: /规格型号/ })
  expect(both).toHaveTextContent('S-4800S-4800 IISU8010')
  expect(model).toHaveValue('SU8010')
  expect(screen.getByLabelText(/主要功能/)).toHaveValue('形貌与成分')

  await user.click(screen.getByRole('button', { name: /^保\s*存$/ }))
  await waitFor(() => expect(saved).toHaveLength(1))
  expect(saved[0]).toMatchObject({ version: 5, record: { model: 'SU8010', functions: '形貌与成分' } })
})

test('what was returned opens at the first remark', async () => {
  const returned = {
    ...instrument,
    lifeCycle: 'returned',
    returnReasonCode: 'wrong',
    returnReason: '请核对',
    remarks: [{ field: 'functions', text: '写明能做什么分析' }],
  }
  server.use(http.get('*/api/instruments/i1', () => HttpResponse.json(returned)))
  renderAt('/instruments/i1/edit')
  expect(await screen.findByText('审核意见：写明能做什么分析')).toBeVisible()
  await waitFor(() => expect(screen.getByLabelText(/主要功能/)).toHaveFocus())
})

test('an action that is not possible now is there, with the reason', async () => {
  server.use(
    http.get('*/api/instruments/i1', () =>
      HttpResponse.json({ ...instrument, lifeCycle: 'submitted', actions: ['withdraw', 'operate'] }),
    ),
  )
  renderAt('/instruments/i1')
  expect(await screen.findByRole('button', { name: /^修\s*改$/ })).toHaveAttribute('aria-disabled', 'true')
  expect(screen.getByRole('button', { name: '撤回提交' })).not.toHaveAttribute('aria-disabled')
})
