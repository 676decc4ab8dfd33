import { screen, waitFor } from '@testing-library/react'
import { HttpResponse, http } from 'msw'
import { expect, test } from 'vitest'
import { renderAt } from '../../testing/renderAt.tsx'
import { pageOf, server, signedInAs, unitAdministrator } from '../../testing/server.ts'

const returned = {
  id: 'n1',
  kind: 'instruments.returned',
  words: { name: '质谱仪', by: '教育厅 刘洋', reason: '请补充技术指标。' },
  link: '/account',
  dueOn: null,
  raisedAt: '2026-11-20T01:00:00Z',
  readAt: null as string | null,
}

function answering(notices = [returned]) {
  signedInAs(unitAdministrator)
  const sent: unknown[] = []
  server.use(
    http.get('*/api/units/account/notices/unread', () =>
      HttpResponse.json({ unread: notices.filter(n => !n.readAt).length }),
    ),
    http.get('*/api/units/account/notices', () => HttpResponse.json(pageOf(notices))),
    http.post('*/api/units/account/notices/read', async ({ request }) => {
      sent.push(await request.json())
      for (const notice of notices) notice.readAt = '2026-11-21T01:00:00Z'
      return new HttpResponse(null, { status: 204 })
    }),
    http.post('*/api/units/account/notices/:id/read', ({ params }) => {
      sent.push(params.id)
      return new HttpResponse(null, { status: 204 })
    }),
  )
  return sent
}

test('the bell says how many are unread and leads to the list', async () => {
  answering()
  const { user, router } = renderAt('/notices')
  const bell = await screen.findByRole('link', { name: '通知，1 条未读' })
  await user.click(bell)
  expect(router.state.location.pathname).toBe('/notices')
})

test('a notice is worded, leads to what it is about and is read by opening it', async () => {
  const sent = answering()
  const { user, router } = renderAt('/notices')
  await user.click(await screen.findByRole('link', { name: '仪器“质谱仪”被教育厅 刘洋退回：请补充技术指标。' }))
  await waitFor(() => expect(sent).toEqual(['n1']))
  await waitFor(() => expect(router.state.location.pathname).toBe('/account'))
})

test('all are marked as read up to the newest that is shown', async () => {
  const sent = answering([{ ...returned }])
  const { user } = renderAt('/notices')
  await screen.findByRole('button', { name: '标为已读' })
  await user.click(screen.getByRole('button', { name: '全部标为已读' }))
  await waitFor(() => expect(screen.queryByRole('button', { name: '标为已读' })).toBeNull())
  expect(sent).toEqual([{ upTo: '2026-11-20T01:00:00Z' }])
  expect(await screen.findByRole('link', { name: '通知' })).toBeVisible()
})
