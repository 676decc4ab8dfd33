import { screen, waitFor, within } from '@testing-library/react'
import { HttpResponse, http } from 'msw'
import { expect, test } from 'vitest'
import { renderAt } from '../../testing/renderAt.tsx'
import { pageOf, policyOfficer, server, signedInAs, unitAdministrator } from '../../testing/server.ts'

const job = {
  module: 'instruments',
  id: 'j1',
  kind: 'instruments.import-commit',
  accountName: '赵强',
  mine: true,
  state: 'running',
  cancelRequested: false,
  done: 300,
  total: 1200,
  result: null,
  error: null,
  createdAt: '2026-11-20T01:00:00Z',
  finishedAt: null,
}

test('work that goes on shows how far it has come and can be stopped; what failed can be tried again', async () => {
  signedInAs(unitAdministrator)
  const asked: string[] = []
  server.use(
    http.get('*/api/jobs', () =>
      HttpResponse.json({
        items: [job, { ...job, id: 'j2', state: 'failed', error: 'The file is gone.' }],
        more: false,
      }),
    ),
    http.post('*/api/instruments/jobs/:id/:what', ({ params }) => {
      asked.push(`${params.id} ${params.what}`)
      return new HttpResponse(null, { status: 204 })
    }),
  )
  const { user } = renderAt('/jobs')
  const running = (await screen.findByText('300 / 1,200')).closest('tr')!
  expect(within(running).getByRole('progressbar')).toHaveAttribute('value', '300')
  await user.click(within(running).getByRole('button', { name: '取消' }))
  const failed = screen.getByText('The file is gone.').closest('tr')!
  await user.click(within(failed).getByRole('button', { name: '重试' }))
  await waitFor(() => expect(asked).toEqual(['j1 cancel', 'j2 retry']))
  expect(screen.queryByRole('heading', { name: '未送达的消息' })).toBeNull()
})

test('operations see undelivered news of every module and send it again', async () => {
  signedInAs({ ...policyOfficer, permissions: [...policyOfficer.permissions, 'operations.read'] })
  const letter = {
    sequence: 7,
    type: 'Modular.Contracts.Units.UnitMoved',
    aggregate: 'a',
    occurredAt: '2026-11-20T01:00:00Z',
    attempts: 12,
    error: 'No such unit',
    deadAt: '2026-11-20T02:00:00Z',
  }
  let letters = [letter]
  server.use(
    http.get('*/api/jobs', () => HttpResponse.json({ items: [], more: false })),
    http.get('*/api/:module/dead-letters', ({ params }) =>
      HttpResponse.json(pageOf(params.module === 'units' ? letters : [])),
    ),
    http.post('*/api/units/dead-letters/7/redeliver', () => {
      letters = []
      return new HttpResponse(null, { status: 204 })
    }),
  )
  const { user } = renderAt('/jobs')
  expect(await screen.findByText('单位与账号 · UnitMoved')).toBeVisible()
  await user.click(screen.getByRole('button', { name: '重新送达' }))
  expect(await screen.findByText('没有未送达的消息。')).toBeVisible()
})

test('the outbox says that no mail server is set, shows the text and sends again what was given up', async () => {
  signedInAs({ ...policyOfficer, permissions: ['operations.read'] })
  const mail = {
    id: 'm1',
    kind: 'unit.moved',
    name: '赵强',
    organisationName: '北疆大学',
    address: 'zhao@people.example',
    subject: '变更主管部门',
    text: '第一行',
    state: 'dead',
    attempts: 10,
    createdAt: '2026-11-20T01:00:00Z',
    nextAttemptAt: null,
    sentAt: null,
    error: 'no such person',
  }
  const asked: string[] = []
  server.use(
    http.get('*/api/units/mails', () => HttpResponse.json(pageOf([mail]))),
    http.get('*/api/units/mails/server', () => HttpResponse.json({ address: null })),
    http.post('*/api/units/mails/:id/retry', ({ params }) => {
      asked.push(String(params.id))
      return new HttpResponse(null, { status: 204 })
    }),
  )
  const { user } = renderAt('/operations/mails')
  expect(await screen.findByText(/尚未配置邮件服务器/)).toBeVisible()
  expect(await screen.findByText('no such person')).toBeVisible()
  await user.click(screen.getByRole('button', { name: '重新发送' }))
  await waitFor(() => expect(asked).toEqual(['m1']))
})
