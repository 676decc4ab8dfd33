import { Form, Input, QRCode } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Schema } from '../api/client.ts'
import { DateText } from '../ui/DateText.tsx'
import { notify } from '../ui/notices.tsx'
import { ProblemAlert } from '../ui/ProblemAlert.tsx'
import { SubmitForm } from '../ui/SubmitForm.tsx'
import { useConfirmTotp, useRemoveTotp, useStartTotp, useTotp } from './session.ts'
import './totp.css'

/** Setting up an authenticator app for my account, in three steps, and turning it off. */
export function TotpPanel() {
  const { t } = useTranslation('totp')
  const { data: state, error } = useTotp()
  const [started, setStarted] = useState<Schema<'StartedTotp'>>()
  const [codes, setCodes] = useState<string[]>()

  return (
    <section className="panel" aria-labelledby="totp">
      <h2 id="totp">{t('title')}</h2>
      <ProblemAlert error={error} />
      {state && (
        <p>
          {state.since ? (
            <>
              <span className="tag tag-good">{t('on')}</span> {t('since')} <DateText at={state.since} /> ·{' '}
              {t('left', { count: state.recoveryCodesLeft })}
            </>
          ) : (
            <>
              <span className="tag">{t('off')}</span> {t(state.required ? 'required' : 'optional')}
            </>
          )}
        </p>
      )}
      {codes && <RecoveryCodes codes={codes} />}
      {state && !state.since && !started && <Begin onStarted={setStarted} />}
      {state && !state.since && started && (
        <Confirm
          started={started}
          onCancel={() => setStarted(undefined)}
          onConfirmed={issued => {
            setStarted(undefined)
            setCodes(issued)
          }}
        />
      )}
      {state?.since && <Remove onRemoved={() => setCodes(undefined)} />}
    </section>
  )
}

function Begin({ onStarted }: { onStarted: (started: Schema<'StartedTotp'>) => void }) {
  const { t } = useTranslation(['totp', 'session'])
  const start = useStartTotp()
  return (
    <SubmitForm<Schema<'StartTotp'>>
      submitText={t('begin')}
      onSubmit={async values => onStarted(await start.mutateAsync(values))}
    >
      <div className="form-grid">
        <Form.Item name="currentPassword" label={t('session:password.current')} rules={[{ required: true }]}>
          <Input.Password autoComplete="current-password" />
        </Form.Item>
      </div>
    </SubmitForm>
  )
}

type ConfirmProps = { started: Schema<'StartedTotp'>; onConfirmed: (codes: string[]) => void; onCancel: () => void }

function Confirm({ started, onConfirmed, onCancel }: ConfirmProps) {
  const { t } = useTranslation('totp')
  const confirm = useConfirmTotp()
  return (
    <div className="totp-steps">
      <figure>
        <QRCode value={started.address} type="svg" size={200} bordered={false} />
        <figcaption>
          {t('scan')}
          <code>{started.secret.match(/.{4}/g)?.join(' ')}</code>
        </figcaption>
      </figure>
      <SubmitForm<Schema<'ConfirmTotp'>>
        submitText={t('confirm')}
        onCancel={onCancel}
        onSubmit={async values => {
          const { recoveryCodes } = await confirm.mutateAsync(values)
          onConfirmed(recoveryCodes)
          notify(t('confirmed'))
        }}
      >
        <Form.Item name="code" label={t('code')} extra={t('codeNote')} rules={[{ required: true }]}>
          <Input className="number" inputMode="numeric" autoComplete="one-time-code" maxLength={7} />
        </Form.Item>
      </SubmitForm>
    </div>
  )
}

function RecoveryCodes({ codes }: { codes: string[] }) {
  const { t } = useTranslation('totp')
  return (
    <div className="recovery" role="status">
      <p>{t('recovery')}</p>
      <ul>
        {codes.map(code => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
    </div>
  )
}

function Remove({ onRemoved }: { onRemoved: () => void }) {
  const { t } = useTranslation(['totp', 'session'])
  const remove = useRemoveTotp()
  const [form] = Form.useForm<Schema<'RemoveTotp'>>()
  return (
    <details>
      <summary>{t('remove')}</summary>
      <SubmitForm
        form={form}
        submitText={t('remove')}
        onSubmit={async values => {
          await remove.mutateAsync(values)
          onRemoved()
          notify(t('removed'))
        }}
      >
        <div className="form-grid">
          <Form.Item name="currentPassword" label={t('session:password.current')} rules={[{ required: true }]}>
            <Input.Password autoComplete="current-password" />
          </Form.Item>
          <Form.Item name="code" label={t('code')} extra={t('removeNote')} rules={[{ required: true }]}>
            <Input className="number" autoComplete="one-time-code" maxLength={24} />
          </Form.Item>
        </div>
      </SubmitForm>
    </details>
  )
}
