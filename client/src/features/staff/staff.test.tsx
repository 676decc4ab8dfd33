import { screen, waitFor, within } from '@testing-library/react'
import { HttpResponse, http } from 'msw'
import { beforeEach, expect, test } from 'vitest'
import { renderAt } from '../../testing/renderAt.tsx'
import { pageOf, policyOfficer, problem, server, signedInAs, unitAdministrator } from '../../testing/server.ts'

const keeper = { ...unitAdministrator, permissions: [...unitAdministrator.permissions, 'staff.read', 'staff.edit'] }

const person = {
  id: 's1',
  unitId: 'u1',
  unitName: '内蒙古农业大学',
  name: '王丽君',
  staffNumber: 'N7',
  gender: 'female',
  bornIn: '1985-06',
  education: 'master',
  title: '高级实验师',
  titleLevel: 'associate',
  speciality: '分析化学',
  department: '测试中心',
  post: null,
  instruments: '核磁共振波谱仪',
  years: 16,
  fullTime: true,
  phone: '13800001234',
  leftOn: null,
  lastTrainedOn: '2026-01-05',
  trainings: 1,
  updatedAt: '2026-01-05T01:00:00Z',
  version: 1,
}

const preview = {
  create: 0,
  change: 1,
  leave: 0,
  refuse: 1,
  notListed: 2,
  ignored: ['爱好'],
  fingerprint: 'f1',
  rows: [
    {
      number: 2,
      outcome: 'change',
      name: '王丽君',
      changes: [{ field: 'title', before: '实验师', after: '高级实验师' }],
      faults: [],
    },
    {
      number: 3,
      outcome: 'refuse',
      name: '李强',
      changes: [],
      faults: [{ code: 'staff.gender', field: 'gender', column: 'B 性别', content: '雄' }],
    },
  ],
}

beforeEach(() => {
  signedInAs(keeper)
  server.use(http.get('*/api/units/staff', () => HttpResponse.json(pageOf([person]))))
})

const file = () => new File(['姓名'], 'staff.csv', { type: 'text/csv' })

test('the unit sees its people and may enter and import; a list can be taken out as filtered', async () => {
  renderAt('/staff?education=master')
  const row = (await screen.findByRole('link', { name: '王丽君' })).closest('tr')!
  expect(within(row).getByText('16 年')).toBeVisible()
  expect(within(row).getByText('13800001234')).toBeVisible()
  expect(screen.getByRole('button', { name: /新增人员/ })).toBeEnabled()
  expect(screen.getByRole('button', { name: /导出 1 人/ })).toBeEnabled()
})

test('the region is told that names are covered and cannot enter anybody', async () => {
  signedInAs({ ...policyOfficer, permissions: [...policyOfficer.permissions, 'staff.read'] })
  renderAt('/staff')
  expect(await screen.findByText(/姓名、出生月份、证书和联系方式已遮盖/)).toBeVisible()
  expect(screen.queryByRole('button', { name: /新增人员/ })).toBeNull()
})

test('faults come first, by row and column, and nothing can be taken over while there are any', async () => {
  server.use(http.post('*/api/units/staff/import/preview', () => HttpResponse.json(preview)))
  const { user } = renderAt('/staff/import')
  await user.upload(await screen.findByLabelText('选择文件'), file())
  expect(await screen.findByText('B 性别')).toBeVisible()
  expect(screen.getByText(/请填“男”或“女”/)).toBeVisible()
  expect(screen.getByText(/有 2 名在岗人员不在名单里/)).toBeVisible()
  expect(screen.getByRole('button', { name: /确认写入/ })).toHaveAttribute('aria-disabled', 'true')
  await user.click(screen.getByText('更新 1'))
  expect(screen.getByText('高级实验师').tagName).toBe('INS')
})

test('what was previewed is taken over with its fingerprint; when the register has changed one looks again', async () => {
  const sent: FormDataEntryValue[] = []
  server.use(
    http.post('*/api/units/staff/import/preview', () =>
      HttpResponse.json({ ...preview, refuse: 0, rows: preview.rows.slice(0, 1) }),
    ),
    http.post('*/api/units/staff/import', async ({ request }) => {
      sent.push((await request.formData()).get('fingerprint')!)
      return sent.length === 1
        ? problem(409, 'staff-import.changed-meanwhile')
        : HttpResponse.json({ created: 0, changed: 1, left: 0 })
    }),
  )
  const { user } = renderAt('/staff/import')
  await user.upload(await screen.findByLabelText('选择文件'), file())
  await user.click(await screen.findByRole('button', { name: /确认写入（1 人）/ }))
  expect(await screen.findByText(/预览之后文件或登记册有变化/)).toBeVisible()
  await user.click(screen.getByRole('button', { name: /确认写入（1 人）/ }))
  await waitFor(() => expect(screen.getByRole('link', { name: '王丽君' })).toBeVisible())
  expect(sent).toEqual(['f1', 'f1'])
})
