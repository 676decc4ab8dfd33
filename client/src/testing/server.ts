import { HttpResponse, http } from 'msw'
import { setupServer } from 'msw/node'
import type { Schema } from '../api/client.ts'

/** Stands in for the server; each test says what it answers. The truth about the real one comes from e2e. */
export const server = setupServer(
  http.get('*/api/units/session', () => HttpResponse.json({ account: null, demo: true })),
  http.get('*/api/units/account/filters', () => HttpResponse.json([])),
  // The bell rings on every page.
  http.get('*/api/units/account/notices/unread', () => HttpResponse.json({ unread: 0 })),
)

export const unitAdministrator: Schema<'SignedInAccount'> = {
  id: 'a1',
  userName: 'admin',
  displayName: '王建国',
  organisation: { id: 'u1', name: '内蒙古农业大学', tier: 'unit' },
  roles: ['unitAdministrator'],
  permissions: ['units.read', 'units.edit', 'accounts.manage', 'instruments.read', 'instruments.edit'],
  mustChangePassword: false,
  mustSetUpTotp: false,
}

export const policyOfficer: Schema<'SignedInAccount'> = {
  ...unitAdministrator,
  organisation: { id: 'r1', name: '内蒙古自治区科学技术厅', tier: 'region' },
  roles: ['policyOfficer'],
  permissions: ['units.read', 'units.edit', 'units.manage', 'accounts.manage', 'instruments.read'],
}

export function signedInAs(account: Schema<'SignedInAccount'> | null) {
  server.use(http.get('*/api/units/session', () => HttpResponse.json({ account, demo: true })))
}

export const problem = (status: number, code: string, errors?: Record<string, { code: string; message: string }[]>) =>
  HttpResponse.json({ status, code, detail: code, errors }, { status })

export const pageOf = <Row>(items: Row[], total = items.length) => ({ items, total, page: 1, size: 20 })
