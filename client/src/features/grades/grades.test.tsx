import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { HttpResponse, http } from 'msw'
import { beforeEach, expect, test } from 'vitest'
import { renderAt } from '../../testing/renderAt.tsx'
import { pageOf, policyOfficer, problem, server, signedInAs, unitAdministrator } from '../../testing/server.ts'

const grade = {
  id: 'g1',
  unitId: 'u1',
  unitName: '内蒙古农业大学',
  year: 2025,
  grade: 'unqualified',
  decidedBy: '科技厅',
  document: '内科基字〔2026〕5号',
  decidedOn: '2026-05-14',
  standing: 'rectifying',
  restricted: true,
  rectifyBy: '2027-05-14',
  rectifiedOn: null,
  rectifiedNote: '',
  withdrawnOn: null,
  withdrawReason: '',
  changedBy: '斯琴',
  changedAt: '2026-05-14T01:00:00Z',
  version: 1,
}

beforeEach(() => {
  server.use(http.get('*/api/evaluation/grades', () => HttpResponse.json(pageOf([grade]))))
})

test('a unit sees its grade, what follows from it, and nothing to change', async () => {
  signedInAs({ ...unitAdministrator, permissions: [...unitAdministrator.permissions, 'grades.read'] })
  renderAt('/grades')
  const row = (await screen.findByRole('link', { name: '内蒙古农业大学' })).closest('tr')!
  expect(within(row).getByText('不合格')).toBeVisible()
  expect(within(row).getByText('整改中')).toBeVisible()
  expect(within(row).getByText('限制购置')).toBeVisible()
  expect(screen.queryByRole('button', { name: '录入等级' })).not.toBeInTheDocument()
  expect(within(row).queryByRole('button', { name: '更正' })).not.toBeInTheDocument()
})

test('an officer accepts what was put right, and is told where the server refuses', async () => {
  signedInAs({ ...policyOfficer, permissions: [...policyOfficer.permissions, 'grades.read', 'grades.manage'] })
  const sent: unknown[] = []
  server.use(
    http.post('*/api/evaluation/grades/g1/rectification', async ({ request }) => {
      sent.push(await request.json())
      return sent.length === 1
        ? problem(422, 'grade.accepted-before-graded', {
            acceptedOn: [{ code: 'grade.accepted-before-graded', message: 'x' }],
          })
        : HttpResponse.json({ id: 'g1', version: 2 })
    }),
  )
  renderAt('/grades')
  await userEvent.click(await screen.findByRole('button', { name: '整改验收' }))
  const drawer = await screen.findByRole('dialog')
  await userEvent.type(within(drawer).getByLabelText('验收依据'), '现场核查通过')
  await userEvent.click(within(drawer).getByRole('button', { name: '整改验收' }))
  expect(await within(drawer).findByText('不能早于等级公布日期')).toBeVisible()
  await userEvent.click(within(drawer).getByRole('button', { name: '整改验收' }))
  await waitFor(() => expect(screen.getByText('已验收，相关限制自该日起解除。')).toBeVisible())
  expect(sent[1]).toMatchObject({ note: '现场核查通过', version: 1 })
})
