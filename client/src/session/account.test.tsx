import { screen, waitFor, within } from '@testing-library/react'
import { HttpResponse, http } from 'msw'
import { beforeEach, expect, test } from 'vitest'
import { renderAt } from '../testing/renderAt.tsx'
import { server, signedInAs, unitAdministrator } from '../testing/server.ts'

const here = {
  id: 's1',
  startedAt: '2026-11-20T01:00:00Z',
  lastSeenAt: '2026-11-21T00:00:00Z',
  address: '10.0.0.8',
  device: 'Mozilla/5.0 (Windows NT 10.0) Chrome/140 Edg/140',
  current: true,
}
const elsewhere = { ...here, id: 's2', device: 'Mozilla/5.0 (Linux; Android 15) Chrome/140 Mobile', current: false }

let open = [here, elsewhere]

beforeEach(() => {
  open = [here, elsewhere]
  signedInAs(unitAdministrator)
  server.use(
    http.get('*/api/units/account/sessions', () => HttpResponse.json(open)),
    http.get('*/api/units/account/notice-choices', () =>
      HttpResponse.json({ email: null, wantsMail: true, kinds: [], version: 1 }),
    ),
    http.get('*/api/units/account/totp', () =>
      HttpResponse.json({ since: null, required: true, recoveryCodesLeft: 0 }),
    ),
  )
})

test('a session elsewhere can be ended, the present one cannot', async () => {
  server.use(
    http.delete('*/api/units/account/sessions/s2', () => {
      open = [here]
      return new HttpResponse(null, { status: 204 })
    }),
  )
  const { user } = renderAt('/account')
  const row = (await screen.findByText('Chrome · Android')).closest('tr')!
  expect(within(screen.getByText('Edge · Windows').closest('tr')!).queryByRole('button')).toBeNull()
  expect(row).toHaveTextContent('2026-11-20 09:00')
  await user.click(within(row).getByRole('button', { name: '强制退出' }))
  await waitFor(() => expect(screen.queryByText('Chrome · Android')).toBeNull())
})

test('who must change the password comes nowhere else first', async () => {
  signedInAs({ ...unitAdministrator, permissions: [], mustChangePassword: true })
  const { router } = renderAt('/units')
  expect(await screen.findByText(/请先修改密码/)).toBeVisible()
  expect(router.state.location.pathname).toBe('/account')
})

test('two different entries of the new password are not sent', async () => {
  const { user } = renderAt('/account')
  await user.type(await screen.findByLabelText('当前密码'), 'Old#2026')
  await user.type(screen.getByLabelText('新密码'), 'New#2026a')
  await user.type(screen.getByLabelText('再次输入新密码'), 'New#2026b')
  await user.click(screen.getByRole('button', { name: '修改密码' }))
  expect(await screen.findByText('两次输入的新密码不一致')).toBeVisible()
})

test('an authenticator app is set up, and the recovery codes are shown once', async () => {
  signedInAs({ ...unitAdministrator, permissions: [], mustSetUpTotp: true })
  server.use(
    http.post('*/api/units/account/totp', () =>
      HttpResponse.json({ secret: 'ABCDEFGHABCDEFGH', address: 'otpauth://totp/x?secret=ABCDEFGHABCDEFGH' }),
    ),
    http.post('*/api/units/account/totp/confirm', () => HttpResponse.json({ recoveryCodes: ['AAAA-BBBB-CCCC-DDDD'] })),
  )
  const { user } = renderAt('/units')
  const panel = within((await screen.findByRole('heading', { name: '动态验证码' })).closest('section')!)
  await user.type(await panel.findByLabelText('当前密码'), 'Old#2026')
  await user.click(panel.getByRole('button', { name: '开始设置' }))
  expect(await panel.findByText('ABCD EFGH ABCD EFGH')).toBeVisible()
  await user.type(panel.getByLabelText('验证码'), '123456')
  await user.click(panel.getByRole('button', { name: '确认启用' }))
  expect(await panel.findByText('AAAA-BBBB-CCCC-DDDD')).toBeVisible()
})
