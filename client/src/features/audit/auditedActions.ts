import type { AuditedModule } from './api.ts'

export const auditedActions: Record<AuditedModule, string[]> = {
  instruments: [
    'instrument.registered',
    'instrument.edited',
    'instrument.deleted',
    'instrument.submitted',
    'instrument.withdrawn',
    'instrument.approved',
    'instrument.returned',
    'instrument.operated',
    'instrument.retired',
    'instruments.exported',
  ],
  units: [
    'session.started',
    'sessions.ended',
    'totp.set-up',
    'totp.removed',
    'password.changed',
    'password.reset',
    'account.created',
    'account.edited',
    'key.created',
    'key.withdrawn',
    'unit.registered',
    'unit.edited',
    'organisation.registered',
    'organisation.edited',
  ],
}
