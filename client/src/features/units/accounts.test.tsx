import { screen, waitFor, within } from '@testing-library/react'
import { HttpResponse, http } from 'msw'
import { beforeEach, expect, test } from 'vitest'
import { renderAt } from '../../testing/renderAt.tsx'
import { pageOf, policyOfficer, problem, server, signedInAs } from '../../testing/server.ts'
import { firstPassword } from './firstPassword.ts'

const person = {
  id: 'p1',
  userName: 'liaison',
  displayName: '李娜',
  organisationId: 'u1',
  organisationName: '内蒙古农业大学',
  tier: 'unit',
  roles: ['liaison'],
  disabled: false,
  lockedUntil: null,
  mustChangePassword: false,
  totp: false,
  lastSignInAt: null,
  createdAt: '2026-01-05T01:00:00Z',
  version: 4,
}

beforeEach(() => {
  signedInAs(policyOfficer)
  server.use(
    http.get('*/api/units/accounts', () => HttpResponse.json(pageOf([person]))),
    http.get('*/api/units/roles', () => HttpResponse.json([{ name: 'liaison', tier: 'unit', permissions: [] }])),
  )
})

// Under test all of Ant Design's dialogs have the same id, and so cannot be told apart by name.
const dialogThatSays = async (words: RegExp) => (await screen.findByText(words)).closest<HTMLElement>('[role=dialog]')!

test('disabling says what it means, and a refusal stays in the dialog', async () => {
  const sent: unknown[] = []
  server.use(
    http.put('*/api/units/accounts/p1', async ({ request }) => {
      sent.push(await request.json())
      return sent.length === 1 ? problem(409, 'account.changed-meanwhile') : HttpResponse.json({ id: 'p1', version: 5 })
    }),
  )
  const { user } = renderAt('/accounts')
  await user.click(await screen.findByRole('link', { name: '李娜' }))
  await user.click(await screen.findByRole('button', { name: '停用账号' }))
  const dialog = await dialogThatSays(/“李娜”立即退出登录且不能再登录/)
  await user.click(within(dialog).getByRole('button', { name: '停用账号' }))
  expect(await within(dialog).findByRole('alert')).toHaveTextContent('其他人刚刚修改了该账号')
  await user.click(within(dialog).getByRole('button', { name: '停用账号' }))
  await waitFor(() => expect(screen.queryByText(/立即退出登录且不能再登录/)).toBeNull())
  expect(sent[1]).toEqual({ displayName: '李娜', roles: ['liaison'], version: 4, disabled: true })
})

test('a reset password is made here, sent once and shown once', async () => {
  let sent = ''
  server.use(
    http.post('*/api/units/accounts/p1/reset-password', async ({ request }) => {
      sent = ((await request.json()) as { newPassword: string }).newPassword
      return new HttpResponse(null, { status: 204 })
    }),
  )
  const { user } = renderAt('/accounts?edit=p1')
  await user.click(await screen.findByRole('button', { name: '重置密码' }))
  await user.click(within(await dialogThatSays(/原密码立即失效/)).getByRole('button', { name: '重置密码' }))
  expect(await screen.findByText((_, element) => element?.tagName === 'CODE')).toHaveTextContent(sent)
  expect(sent).toHaveLength(14)
})

test('who may not administer accounts is told why', async () => {
  signedInAs({ ...policyOfficer, permissions: ['units.read'] })
  renderAt('/accounts')
  expect(await screen.findByRole('heading', { name: '您的角色不包含此项功能' })).toBeVisible()
})

test('first passwords meet the rules and are never alike', () => {
  const made = Array.from({ length: 200 }, firstPassword)
  expect(new Set(made).size).toBe(200)
  for (const kind of [/[A-Z]/, /[a-z]/, /\d/, /[^A-Za-z\d]/])
    expect(made.every(password => kind.test(password))).toBe(true)
})
