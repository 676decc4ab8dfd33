import { screen, waitFor, within } from '@testing-library/react'
import { HttpResponse, http } from 'msw'
import { beforeEach, expect, test } from 'vitest'
import { renderAt } from '../../testing/renderAt.tsx'
import { pageOf, policyOfficer, problem, server, signedInAs } from '../../testing/server.ts'

const sent: unknown[] = []

beforeEach(() => {
  sent.length = 0
  signedInAs(policyOfficer)
  server.use(
    http.get('*/api/units/managing-units/u1', () =>
      HttpResponse.json({ id: 'u1', name: '内蒙古农业大学', kind: 'university', leagueCode: '150100', version: 3 }),
    ),
    http.get('*/api/units/regions', () => HttpResponse.json([])),
    http.get('*/api/units/organisations', () => HttpResponse.json([])),
    http.get('*/api/units/managing-units', () =>
      HttpResponse.json(
        pageOf([
          { id: 'u1', name: '内蒙古农业大学' },
          { id: 'u2', name: '草业研究院' },
        ]),
      ),
    ),
    http.get('*/api/units/integrity-records', () => HttpResponse.json(pageOf([]))),
    http.get('*/api/units/affiliations', () => HttpResponse.json(pageOf([]))),
    http.get('*/api/units/managing-units/u1/history', () => HttpResponse.json(pageOf([]))),
    http.get('*/api/instruments/departments', () =>
      HttpResponse.json([
        { department: '草业学院', instruments: 12 },
        { department: '动科院', instruments: 3 },
      ]),
    ),
    http.get('*/api/instruments', () => HttpResponse.json(pageOf([]))),
    http.post('*/api/units/managing-units/u1/split', async ({ request }) => {
      sent.push(await request.json())
      return sent.length === 1 ? problem(409, 'unit.changed-meanwhile') : HttpResponse.json({ id: 'u2', version: 2 })
    }),
  )
})

async function opened() {
  const { user } = renderAt('/units/u1')
  await user.click(await screen.findByRole('button', { name: '划转、合并、分立或撤销' }))
  await user.click(await screen.findByRole('tab', { name: '分立' }))
  const panel = within(await screen.findByRole('tabpanel', { name: '分立' }))
  return { user, panel }
}

test('a whole department goes to an existing unit; a refusal keeps what was entered', async () => {
  const { user, panel } = await opened()
  await user.click(panel.getByLabelText('整个部门'))
  await user.click(await screen.findByTitle('草业学院（12 台）'))
  await user.click(panel.getByLabelText('接收的单位'))
  // The unit itself is not among those that may take its part.
  expect(screen.queryByTitle('内蒙古农业大学')).toBeNull()
  await user.click(await screen.findByTitle('草业研究院'))
  await user.type(panel.getByLabelText('决定机关与文号'), '校发〔2026〕8号')
  await user.type(panel.getByLabelText('理由'), '学院独立建制')
  await user.click(panel.getByRole('button', { name: /分\s*立/ }))
  expect(await panel.findByText(/其他人刚刚修改了该单位/)).toBeVisible()
  await user.click(panel.getByRole('button', { name: /分\s*立/ }))
  await waitFor(() => expect(sent).toHaveLength(2))
  expect(sent[1]).toMatchObject({
    departments: ['草业学院'],
    instrumentIds: [],
    intoUnitId: 'u2',
    newUnit: null,
    decision: { decidedBy: '校发〔2026〕8号', reason: '学院独立建制' },
    version: 3,
  })
})

test('nothing is split off before it is said what, and a new unit needs its name and code', async () => {
  const { user, panel } = await opened()
  await user.click(panel.getByRole('radio', { name: /新单位/ }))
  await user.click(panel.getByRole('button', { name: /分\s*立/ }))
  expect(await panel.findByText('请选择部门或仪器')).toBeVisible()
  expect(panel.getByLabelText('新单位名称')).toHaveAttribute('aria-invalid', 'true')
  expect(panel.getByLabelText('统一社会信用代码')).toHaveAttribute('aria-invalid', 'true')
  expect(sent).toEqual([])
})
