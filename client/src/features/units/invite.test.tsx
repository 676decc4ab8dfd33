import { screen, waitFor } from '@testing-library/react'
import { HttpResponse, http } from 'msw'
import { beforeEach, expect, test } from 'vitest'
import { renderAt } from '../../testing/renderAt.tsx'
import { pageOf, problem, server, signedInAs, unitAdministrator } from '../../testing/server.ts'
import { readPeople, textOf } from './invitedPeople.ts'

beforeEach(() => {
  signedInAs(unitAdministrator)
  server.use(
    http.get('*/api/units/organisations', () =>
      HttpResponse.json([{ id: 'u1', parentId: null, name: '内蒙古农业大学', tier: 'unit', version: 1 }]),
    ),
    http.get('*/api/units/managing-units', () => HttpResponse.json(pageOf([]))),
    http.get('*/api/units/roles', () =>
      HttpResponse.json([
        { name: 'custodian', tier: 'unit', permissions: [] },
        { name: 'reviewer', tier: 'supervisor', permissions: [] },
      ]),
    ),
  )
})

test('a pasted list is checked by line; a refusal stands beside its line, and what was mended is sent again', async () => {
  const sent: { people: { userName: string; roles: string[]; email: string | null; password: string }[] }[] = []
  server.use(
    http.post('*/api/units/accounts/invite', async ({ request }) => {
      sent.push((await request.json()) as (typeof sent)[number])
      return sent.length === 1
        ? problem(422, 'accounts.refused', {
            'people[1].userName': [{ code: 'account.user-name-taken', message: 'taken' }],
          })
        : HttpResponse.json({ created: 2, mailed: 1 })
    }),
  )
  const { user } = renderAt('/accounts/invite')
  const list = await screen.findByLabelText(/每行一人/)
  await user.click(list)
  await user.paste('姓名\t用户名\t角色\t邮箱\n王丽\twangli\t机组负责人\twl@example.org\n陈静\tchenjing\t皇帝')
  expect(await screen.findByText(/没有“皇帝”这个角色/)).toBeVisible()
  expect(screen.getByRole('button', { name: '开通 2 人' })).toHaveAttribute('aria-disabled', 'true')

  await user.clear(list)
  await user.paste('王丽,wangli,机组负责人,wl@example.org\n陈静,chenjing,custodian')
  await user.click(screen.getByRole('button', { name: '开通 2 人' }))
  expect(await screen.findByText(/没有开通任何账号/)).toBeVisible()
  expect(screen.getByRole('row', { name: /chenjing/ }).nextElementSibling).toHaveTextContent('该用户名已被使用')

  await user.type(
    list,
    '{backspace}{backspace}{backspace}{backspace}{backspace}{backspace}{backspace}{backspace}{backspace}',
  )
  await user.paste('机组负责人')
  await user.click(screen.getByRole('button', { name: '开通 2 人' }))
  await waitFor(() => expect(sent).toHaveLength(2))
  expect(await screen.findByText('已开通 2 人')).toBeVisible()
  const [one, other] = sent[1]!.people
  expect(one).toMatchObject({ userName: 'wangli', roles: ['custodian'], email: 'wl@example.org' })
  expect(other).toMatchObject({ userName: 'chenjing', roles: ['custodian'], email: null })
  expect(screen.getByText(one!.password)).toBeVisible()
  expect(one!.password).not.toBe(other!.password)
})

test('lists are read as spreadsheets write them, in either encoding', () => {
  expect(readPeople('Name,User name\n\n"Wang Li",wangli,custodian\n')).toEqual([
    { number: 3, displayName: 'Wang Li', userName: 'wangli', role: 'custodian', email: '' },
  ])
  expect(textOf(new Uint8Array([0xcd, 0xf5, 0xc0, 0xf6]).buffer)).toBe('王丽')
  expect(textOf(new TextEncoder().encode('王丽').buffer as ArrayBuffer)).toBe('王丽')
})
