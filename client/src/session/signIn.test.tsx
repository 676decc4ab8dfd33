import { screen } from '@testing-library/react'
import { HttpResponse, http } from 'msw'
import { afterEach, expect, test, vi } from 'vitest'
import { renderPublic } from '../testing/renderAt.tsx'
import { problem, server } from '../testing/server.ts'

const demoAccount = {
  userName: 'reviewer',
  password: 'secret',
  displayName: '李娜',
  role: 'reviewer',
  tier: 'supervisor',
  organisation: '教育厅',
}

function answer({ demo = [] as (typeof demoAccount)[], refuses = '' } = {}) {
  const received: unknown[] = []
  server.use(
    http.get('*/api/units/demo-accounts', () => HttpResponse.json(demo)),
    http.post('*/api/units/session', async ({ request }) => {
      received.push(await request.json())
      return refuses ? problem(401, refuses) : HttpResponse.json({})
    }),
  )
  return { received, went: vi.spyOn(window.location, 'assign').mockImplementation(() => undefined) }
}

afterEach(() => vi.restoreAllMocks())

test('signs in and goes where one wanted to go', async () => {
  const { received, went } = answer()
  const { user } = renderPublic('/sign-in?next=%2Funits%3Fkind%3Duniversity')
  await user.type(screen.getByLabelText('用户名'), ' admin ')
  await user.type(screen.getByLabelText('密码'), 'secret')
  await user.click(screen.getByRole('button', { name: '登录' }))
  await vi.waitFor(() => expect(went).toHaveBeenCalledWith('/units?kind=university'))
  expect(received).toEqual([{ userName: 'admin', password: 'secret' }])
})

test('a refusal is told, and the name stays', async () => {
  const { went } = answer({ refuses: 'session.refused' })
  const { user } = renderPublic('/sign-in')
  await user.type(screen.getByLabelText('用户名'), 'admin')
  await user.type(screen.getByLabelText('密码'), 'wrong')
  await user.click(screen.getByRole('button', { name: '登录' }))
  expect(await screen.findByRole('alert')).toHaveTextContent('用户名或密码不正确')
  expect(screen.getByLabelText('用户名')).toHaveValue('admin')
  expect(went).not.toHaveBeenCalled()
})

test('a link to the sign-in page cannot send people to another site', async () => {
  const { went } = answer({ demo: [demoAccount] })
  const { user } = renderPublic('/sign-in?next=%2F%2Fevil.example%2Fpage')
  await user.click(await screen.findByRole('button', { name: /主管部门审核员/ }))
  await vi.waitFor(() => expect(went).toHaveBeenCalledWith('/workbench'))
})

test('a code is asked for where an authenticator app is set up', async () => {
  const { went } = answer()
  const sent: Record<string, string>[] = []
  server.use(
    http.post('*/api/units/session', async ({ request }) => {
      sent.push((await request.json()) as Record<string, string>)
      const refusals = ['session.code-required', 'session.code-wrong']
      const refused = refusals[sent.length - 1]
      return refused ? problem(401, refused) : HttpResponse.json({})
    }),
  )
  const { user } = renderPublic('/sign-in')
  await user.type(screen.getByLabelText('用户名'), 'reviewer')
  await user.type(screen.getByLabelText('密码'), 'secret')
  await user.click(screen.getByRole('button', { name: '登录' }))
  const code = await screen.findByLabelText('动态验证码')
  expect(screen.queryByRole('alert')).toBeNull()
  await user.type(code, '111111')
  await user.click(screen.getByRole('button', { name: '登录' }))
  expect(await screen.findByRole('alert')).toHaveTextContent('验证码不正确')
  await user.type(code, '222222')
  await user.click(screen.getByRole('button', { name: '登录' }))
  await vi.waitFor(() => expect(went).toHaveBeenCalled())
  expect(sent.map(each => each.code)).toEqual([undefined, '111111', '222222'])
})
