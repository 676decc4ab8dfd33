import { screen, waitFor } from '@testing-library/react'
import { HttpResponse, http } from 'msw'
import { beforeEach, expect, test } from 'vitest'
import { renderAt } from '../testing/renderAt.tsx'
import { pageOf, policyOfficer, server, signedInAs } from '../testing/server.ts'

const universities = {
  id: 'f1',
  name: '高校',
  query: 'kind=university',
  shared: false,
  isDefault: true,
  mine: true,
  by: '斯琴',
}
const lent = {
  id: 'f2',
  name: '中央级',
  query: 'centralLevel=true',
  shared: true,
  isDefault: false,
  mine: false,
  by: '苏日娜',
}
let filters = [universities, lent]
let sent: unknown[] = []

beforeEach(() => {
  filters = [universities, lent]
  sent = []
  signedInAs(policyOfficer)
  server.use(
    http.get('*/api/units/account/filters', () => HttpResponse.json(filters)),
    http.post('*/api/units/account/filters', async ({ request }) => {
      sent.push(await request.json())
      return HttpResponse.json(universities)
    }),
    http.delete('*/api/units/account/filters/f1', () => {
      filters = [lent]
      return new HttpResponse(null, { status: 204 })
    }),
    http.get('*/api/units/managing-units', () => HttpResponse.json(pageOf([]))),
    http.get('*/api/units/organisations', () => HttpResponse.json([])),
    http.get('*/api/units/regions', () => HttpResponse.json([])),
  )
})

test('the list opens with my default, and stays clear once it was cleared', async () => {
  const { user, search } = renderAt('/units')
  await waitFor(() => expect(search().get('kind')).toBe('university'))
  expect(await screen.findByRole('button', { name: '高校' })).toBeVisible()
  await user.click(screen.getAllByRole('button', { name: '清除筛选条件' })[0]!)
  await waitFor(() => expect(search().size).toBe(0))
  expect(screen.getByRole('button', { name: '常用筛选' })).toBeVisible()
})

test('an address that says something itself is not changed; what colleagues lend is applied, not deleted', async () => {
  const { user, search } = renderAt('/units?search=x')
  await user.click(await screen.findByRole('button', { name: '常用筛选' }))
  expect(search().get('kind')).toBeNull()
  await waitFor(() => expect(screen.getByText('苏日娜')).toBeVisible())
  expect(screen.queryByRole('button', { name: '删除“中央级”' })).toBeNull()
  await user.click(screen.getByRole('button', { name: '中央级' }))
  await waitFor(() => expect([...search()]).toEqual([['centralLevel', 'true']]))
})

test('what is filtered now is kept under a name, without the page one stands on', async () => {
  const { user } = renderAt('/units?search=x&page=3')
  await user.click(await screen.findByRole('button', { name: '常用筛选' }))
  await user.type(await screen.findByLabelText('把当前筛选保存为'), '常看')
  await user.click(screen.getByRole('checkbox', { name: '共享给本机构同事' }))
  await user.click(screen.getByRole('button', { name: '保存' }))
  await waitFor(() =>
    expect(sent).toEqual([{ list: 'units', name: '常看', query: 'search=x', shared: true, isDefault: false }]),
  )
})

test('my own is thrown away', async () => {
  const { user } = renderAt('/units?search=x')
  await user.click(await screen.findByRole('button', { name: '常用筛选' }))
  await user.click(await screen.findByRole('button', { name: '删除“高校”' }))
  await waitFor(() => expect(screen.queryByRole('button', { name: '高校' })).toBeNull())
})
