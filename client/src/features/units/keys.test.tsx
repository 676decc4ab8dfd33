import { screen, waitFor, within } from '@testing-library/react'
import { HttpResponse, http } from 'msw'
import { beforeEach, expect, test } from 'vitest'
import { renderAt } from '../../testing/renderAt.tsx'
import { pageOf, server, signedInAs, unitAdministrator } from '../../testing/server.ts'

const key = {
  id: 'k1',
  name: '预约系统',
  beginning: 'mdk_12ab34',
  unitId: 'u1',
  unitName: '内蒙古农业大学',
  permissions: ['instruments.read'],
  perMinute: 60,
  state: 'valid',
  createdAt: '2026-01-05T01:00:00Z',
  createdBy: '王建国',
  expiresAt: '2027-01-05T16:00:00Z',
  withdrawnAt: null,
  withdrawnBy: null,
  lastUsedAt: '2026-11-20T01:00:00Z',
  lastUsedFrom: '10.0.0.8',
  uses: 1204,
  turnedAway: 3,
  version: 1,
}

beforeEach(() => {
  signedInAs({ ...unitAdministrator, permissions: [...unitAdministrator.permissions, 'keys.manage'] })
  server.use(http.get('*/api/units/machine-keys', () => HttpResponse.json(pageOf([key]))))
})

test('a new key is shown once, with what was chosen for it', async () => {
  const sent: unknown[] = []
  server.use(
    http.post('*/api/units/machine-keys', async ({ request }) => {
      sent.push(await request.json())
      return HttpResponse.json({ id: 'k2', key: 'mdk_secret', version: 1 }, { status: 201 })
    }),
  )
  const { user } = renderAt('/keys')
  await user.click(await screen.findByRole('button', { name: '创建密钥' }))
  await user.type(await screen.findByLabelText('系统名称'), '门禁系统')
  await user.click(screen.getAllByRole('button', { name: '创建密钥' }).at(-1)!)
  const key = await screen.findByText('mdk_secret')
  // The dialog fades in.
  await waitFor(() => expect(key).toBeVisible())
  expect(sent[0]).toMatchObject({ name: '门禁系统', permissions: ['instruments.read'], perMinute: 120 })
  await user.click(screen.getByRole('button', { name: '已妥善保存' }))
  await waitFor(() => expect(screen.queryByText('mdk_secret')).toBeNull())
})

test('its use is seen, and withdrawing says what it means', async () => {
  const withdrawn: string[] = []
  server.use(
    http.post('*/api/units/machine-keys/:keyId/withdraw', ({ params }) => {
      withdrawn.push(String(params.keyId))
      return new HttpResponse(null, { status: 204 })
    }),
  )
  const { user } = renderAt('/keys')
  const row = (await screen.findByText('预约系统')).closest('tr')!
  expect(row).toHaveTextContent('1,204')
  expect(row).toHaveTextContent('超限拒绝 3 次')
  await user.click(within(row).getByRole('button', { name: '撤销' }))
  const dialog = (await screen.findByText(/下一次请求即被拒绝/)).closest<HTMLElement>('[role=dialog]')!
  await user.click(within(dialog).getByRole('button', { name: '撤销' }))
  await waitFor(() => expect(withdrawn).toEqual(['k1']))
})

test('who does not manage keys has no such page', async () => {
  signedInAs(unitAdministrator)
  renderAt('/keys')
  expect(await screen.findByRole('heading', { name: '您的角色不包含此项功能' })).toBeVisible()
})
