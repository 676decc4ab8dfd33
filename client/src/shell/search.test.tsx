import { screen, waitFor, within } from '@testing-library/react'
import { HttpResponse, http } from 'msw'
import { beforeEach, expect, test } from 'vitest'
import { renderAt } from '../testing/renderAt.tsx'
import { server, signedInAs, unitAdministrator } from '../testing/server.ts'

let asked: string[] = []

beforeEach(() => {
  asked = []
  signedInAs({ ...unitAdministrator, permissions: [...unitAdministrator.permissions, 'accounts.manage'] })
  server.use(
    http.get('*/api/units/account/notices', () => HttpResponse.json({ items: [], total: 0, page: 1, size: 20 })),
    http.get('*/api/find', ({ request }) => {
      asked.push(new URL(request.url).searchParams.get('q')!)
      return HttpResponse.json({
        items: [
          { group: 'units', id: 'u1', title: '北疆大学', note: '12150000MB00000000', link: '/units/u1' },
          { group: 'instruments', id: 'i1', title: '账目仪', note: 'X1 · 2019001', link: '/notices?unread=true' },
        ],
        more: ['instruments'],
      })
    }),
  )
})

test('Ctrl+K opens the box; arrows choose among groups and Enter opens', async () => {
  const { user, router } = renderAt('/notices')
  await screen.findByRole('heading', { name: '通知' })
  await user.keyboard('{Control>}k{/Control}')
  const box = await screen.findByRole('combobox', { name: '搜索内容' })
  expect(box).toHaveFocus()
  await user.type(box, '账')
  const list = screen.getByRole('listbox')
  expect(await within(list).findByRole('option', { name: /账号管理/ })).toHaveAttribute('aria-selected', 'true')
  const hit = await within(list).findByRole('option', { name: /账目仪/ })
  expect(within(within(list).getByRole('group', { name: /^仪器/ })).getByText(/仅显示前几条/)).toBeVisible()
  await user.keyboard('{ArrowDown}')
  expect(hit).toHaveAttribute('aria-selected', 'true')
  expect(box).toHaveAttribute('aria-activedescendant', hit.id)
  await user.keyboard('{Enter}')
  await waitFor(() => expect(router.state.location.search).toBe('?unread=true'))
  expect(asked).toEqual(['账'])
})

test('policy numbers are found by their names in the reader’s language', async () => {
  const { user } = renderAt('/notices')
  await user.click(await screen.findByRole('button', { name: '搜索 Ctrl K' }))
  await user.type(await screen.findByRole('combobox', { name: '搜索内容' }), '开放义务')
  expect(await screen.findByRole('option', { name: '开放义务起点原值' })).toBeVisible()
})

test('who sees nothing of the registry has no box', async () => {
  signedInAs({ ...unitAdministrator, permissions: [], roles: ['expert'] })
  renderAt('/notices')
  await screen.findByRole('heading', { name: '通知' })
  expect(screen.queryByRole('button', { name: '搜索 Ctrl K' })).toBeNull()
})
