import { screen, waitFor, within } from '@testing-library/react'
import { HttpResponse, http } from 'msw'
import { beforeEach, expect, test } from 'vitest'
import { renderAt } from '../../testing/renderAt.tsx'
import { pageOf, problem, server, signedInAs } from '../../testing/server.ts'
import { answerReference, custodianOfLists, row } from './examples.ts'

const done = { done: 1, refused: 0, rows: [{ id: 'i1', name: row.nameZh, done: true, code: null, message: null }] }

beforeEach(() => {
  signedInAs({ ...custodianOfLists, permissions: [...custodianOfLists.permissions, 'instruments.operate'] })
  answerReference()
  server.use(
    http.get('*/api/instruments', () =>
      HttpResponse.json(pageOf([row, { ...row, id: 'i2', nameZh: '质谱仪', lifeCycle: 'listed' }])),
    ),
  )
})

async function choose(names: string[]) {
  const { user, router } = renderAt('/instruments')
  for (const name of names) await user.click(await screen.findByRole('checkbox', { name: `选择 ${name}` }))
  return { user, router, bar: within(screen.getByRole('region', { name: '对所选仪器的操作' })) }
}

test('sets the operating status of all that were chosen', async () => {
  let sent: unknown
  server.use(
    http.post('*/api/instruments/operate', async ({ request }) => {
      sent = await request.json()
      return HttpResponse.json(done)
    }),
  )
  const { user, bar } = await choose(['扫描电子显微镜'])
  await user.click(bar.getByRole('button', { name: '设置运行状态' }))
  const dialog = within(await screen.findByRole('dialog'))
  await user.click(dialog.getByRole('radio', { name: '待机' }))
  await user.click(dialog.getByRole('button', { name: '设置 1 台' }))
  expect(await dialog.findByText('完成 1 台，未办理 0 台')).toBeVisible()
  expect(sent).toEqual({
    status: 'idle',
    note: null,
    since: null,
    expectedBackOn: null,
    items: [{ id: 'i1', version: 4 }],
  })
})

test('gives the chosen ones another department; a fault stands under its field and the next try is another command', async () => {
  const keys: (string | null)[] = []
  server.use(
    http.post('*/api/instruments/assign', ({ request }) => {
      keys.push(request.headers.get('Idempotency-Key'))
      return keys.length === 1
        ? problem(400, 'request.invalid', { department: [{ code: 'assign.nothing', message: '' }] })
        : HttpResponse.json(done)
    }),
  )
  const { user, bar } = await choose(['扫描电子显微镜'])
  await user.click(bar.getByRole('button', { name: '设置部门、联系人与所属' }))
  const dialog = within(await screen.findByRole('dialog'))
  await user.click(dialog.getByRole('button', { name: '修改 1 台' }))
  expect(await dialog.findByText('请至少填写一项')).toBeVisible()
  await user.type(dialog.getByLabelText(/department|所属单位内部门/), '分析测试中心')
  await user.click(dialog.getByRole('button', { name: '修改 1 台' }))
  expect(await dialog.findByText('完成 1 台，未办理 0 台')).toBeVisible()
  expect(new Set(keys).size).toBe(2)
})

test('prints labels of those chosen that are on the platform', async () => {
  const { user, router, bar } = await choose(['扫描电子显微镜', '质谱仪'])
  await user.click(bar.getByRole('button', { name: /打印标签 \(1\)/ }))
  expect(await screen.findByText(/共 1 张/)).toBeVisible()
  expect(router.state.location.pathname).toBe('/instruments/labels')
})

test('takes the chosen rows out as a spreadsheet', async () => {
  let sent: unknown
  server.use(
    http.post('*/api/instruments/export', async ({ request }) => {
      sent = await request.json()
      return new HttpResponse('x')
    }),
  )
  const { user, bar } = await choose(['质谱仪'])
  await user.click(bar.getByRole('button', { name: '导出所选' }))
  await user.click(await screen.findByRole('menuitem', { name: /Excel|xlsx/ }))
  await waitFor(() => expect(sent).toEqual({ format: 'xlsx', ids: ['i2'] }))
})
