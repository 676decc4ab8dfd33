import { screen, waitFor, within } from '@testing-library/react'
import { HttpResponse, http } from 'msw'
import { beforeEach, expect, test } from 'vitest'
import { renderAt } from '../../testing/renderAt.tsx'
import { pageOf, policyOfficer, server, signedInAs, unitAdministrator } from '../../testing/server.ts'

const record = {
  id: 'i1',
  unitId: 'u1',
  unitName: '内蒙古农业大学',
  matter: 'falseReporting',
  what: '虚构对外服务合同',
  happenedOn: '2025-03-01',
  decidedBy: '科技厅',
  document: '18号',
  from: '2025-04-01',
  until: null,
  endedOn: null,
  endReason: '',
  endedBy: '',
  createdBy: '斯琴',
  counts: true,
  version: 1,
}
const affiliation = {
  id: 'f1',
  unitId: 'u2',
  unitName: '科技园公司',
  otherUnitId: 'u1',
  otherUnitName: '内蒙古农业大学',
  otherCreditCode: '12100000425006117P',
  kind: 'shareholding',
  from: '2024-01-01',
  until: null,
  note: '',
  declaredBy: '科技园公司',
  declaredAt: '2024-01-05T01:00:00Z',
  mine: false,
  version: 1,
}

beforeEach(() => {
  signedInAs({ ...policyOfficer, permissions: [...policyOfficer.permissions, 'integrity.manage'] })
  server.use(
    http.get('*/api/units/managing-units/u1', () =>
      HttpResponse.json({ id: 'u1', name: '内蒙古农业大学', kind: 'university', leagueCode: '150100', version: 1 }),
    ),
    http.get('*/api/units/regions', () => HttpResponse.json([])),
    http.get('*/api/units/integrity-records', () => HttpResponse.json(pageOf([record]))),
    http.get('*/api/units/managing-units/u1/history', () => HttpResponse.json(pageOf([]))),
    http.get('*/api/units/affiliations', () => HttpResponse.json(pageOf([affiliation]))),
  )
})

test('a record that counts is plain to see, and ended with a reason', async () => {
  const sent: unknown[] = []
  server.use(
    http.post('*/api/units/integrity-records/i1/end', async ({ request }) => {
      sent.push(await request.json())
      return HttpResponse.json({ id: 'i1', version: 2 })
    }),
  )
  const { user } = renderAt('/units/u1')
  const panel = within((await screen.findByText('虚构对外服务合同')).closest('section')!)
  expect(panel.getByText('有效')).toBeVisible()
  await user.click(panel.getByRole('button', { name: '解除' }))
  await user.type(await screen.findByLabelText('理由'), '申诉成立')
  await user.click(screen.getAllByRole('button', { name: '解除' }).at(-1)!)
  await waitFor(() => expect(sent[0]).toMatchObject({ reason: '申诉成立', version: 1 }))
})

test('an affiliation that the other side declared names the other side and is not mine to end', async () => {
  signedInAs(unitAdministrator)
  renderAt('/units/u1')
  const row = (await screen.findByText('科技园公司')).closest('li')!
  expect(row).toHaveTextContent('投资控股')
  expect(within(row).queryByRole('button')).toBeNull()
  expect(screen.queryByRole('button', { name: '登记诚信记录' })).toBeNull()
})

test('an old address says what the unit is merged into, and its history keeps the names of the time', async () => {
  server.use(
    http.get('*/api/units/managing-units/u1', () =>
      HttpResponse.json({
        id: 'u1',
        name: '师范学院',
        kind: 'university',
        leagueCode: '150100',
        closedOn: '2026-03-01',
        mergedIntoId: 'u9',
        mergedIntoName: '科技大学',
        version: 2,
      }),
    ),
    http.get('*/api/units/managing-units/u1/history', () =>
      HttpResponse.json(
        pageOf([
          {
            id: 'e1',
            kind: 'mergedInto',
            on: '2026-03-01',
            at: '2026-03-02T01:00:00Z',
            by: '斯琴',
            decidedBy: '政府7号',
            reason: '机构改革',
            before: '师范学院',
            after: '工业学院',
            otherUnitId: 'u9',
          },
        ]),
      ),
    ),
  )
  renderAt('/units/u1')
  expect(await screen.findByRole('link', { name: '科技大学' })).toHaveAttribute('href', '/units/u9')
  expect(await screen.findByText('师范学院 → 工业学院')).toBeVisible()
  expect(screen.queryByRole('button', { name: '修改' })).toBeNull()
})
