import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { HttpResponse, http } from 'msw'
import { expect, test } from 'vitest'
import { renderAt } from '../../../testing/renderAt.tsx'
import { pageOf, server, signedInAs, unitAdministrator } from '../../../testing/server.ts'

const row = {
  id: 'i1',
  nameZh: '扫描电子显微镜',
  model: 'JSM-7800F',
  assetNumber: 'A1',
  unitId: 'u1',
  unitName: '北疆大学',
  declarationNumber: '070120231000000024',
  releasedOn: '2022-08-26',
  until: '2025-08-26',
  state: 'over',
  notices: 0,
  lifeCycle: 'listed',
  version: 4,
}
const running = { ...row, id: 'i2', nameZh: '显微CT', until: '2029-02-13', state: 'supervised', version: 7 }

test('the chosen instruments leave supervision, and those that may not say why', async () => {
  signedInAs(unitAdministrator)
  let sent: unknown
  server.use(
    http.get('*/api/instruments/customs', () => HttpResponse.json(pageOf([row, running]))),
    http.post('*/api/instruments/customs/end', async ({ request }) => {
      sent = await request.json()
      const refused = { id: 'i2', name: '显微CT', done: false, code: 'customs.still-supervised', message: 'Still.' }
      return HttpResponse.json({
        done: 1,
        refused: 1,
        rows: [{ id: 'i1', name: row.nameZh, done: true, code: null, message: null }, refused],
      })
    }),
  )
  renderAt('/instruments/customs')
  await userEvent.click(await screen.findByRole('checkbox', { name: /扫描电子显微镜/ }))
  await userEvent.click(screen.getByRole('checkbox', { name: /显微CT/ }))
  await userEvent.click(screen.getByRole('button', { name: '解除监管' }))
  await userEvent.click(await screen.findByRole('button', { name: '解除 2 台' }))

  const refusals = (await screen.findByText('1 台仍在监管中')).closest<HTMLElement>('[role=dialog]')!
  expect(within(refusals).getByRole('listitem')).toHaveTextContent('显微CT：仍在海关监管年限内')
  expect(sent).toEqual({
    items: [
      { id: 'i1', version: 4 },
      { id: 'i2', version: 7 },
    ],
  })
})
