import { Form, Input, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { can } from '../../../session/session.ts'
import { ActionButton } from '../../../ui/ActionButton.tsx'
import { ConfirmButton } from '../../../ui/ConfirmButton.tsx'
import { notify } from '../../../ui/notices.tsx'
import { SubmitForm } from '../../../ui/SubmitForm.tsx'
import { type Carrier, useDeleteCarrierDraft, useRetireCarrier, useSubmitCarrier } from './carriersApi.ts'

/** What may be done with it now; the rest says why not. Reviewers decide beside the record. */
export function CarrierActions({ carrier }: { carrier: Carrier }) {
  const { t } = useTranslation(['carriers', 'instruments'])
  const navigate = useNavigate()
  const submit = useSubmitCarrier(carrier.id)
  const discard = useDeleteCarrierDraft(carrier.id)
  if (!can('instruments.edit')) return null
  const { lifeCycle, version } = carrier

  const refusal = (action: string) => {
    if (carrier.actions.includes(action)) return {}
    const used = carrier.totals.instruments > 0 && (action === 'delete' || action === 'retire')
    return {
      refusal: used
        ? t('hasInstruments')
        : t('instruments:refusal.state', { state: t(`instruments:lifeCycle.${lifeCycle}`) }),
    }
  }
  const incomplete = carrier.missingForSubmission.length
  const submitRefusal =
    carrier.actions.includes('submit') && incomplete > 0
      ? { refusal: t('instruments:refusal.incomplete', { count: incomplete }) }
      : refusal('submit')

  return (
    <>
      {lifeCycle === 'draft' && (
        <ConfirmButton
          danger
          {...refusal('delete')}
          title={t('instruments:action.delete')}
          consequence={t('instruments:delete.text')}
          confirmText={t('instruments:action.delete')}
          onConfirm={async () => {
            await discard.mutateAsync(version)
            notify(t('instruments:delete.done'))
            await navigate('/instruments/carriers')
          }}
        >
          {t('instruments:action.delete')}
        </ConfirmButton>
      )}
      {lifeCycle === 'listed' && <RetireCarrierButton carrier={carrier} {...refusal('retire')} />}
      <ActionButton {...refusal('edit')} onClick={() => navigate(`/instruments/carriers/${carrier.id}/edit`)}>
        {t('instruments:action.edit')}
      </ActionButton>
      {lifeCycle === 'submitted' ? (
        <ConfirmButton
          {...refusal('withdraw')}
          title={t('instruments:action.withdraw')}
          consequence={t('withdraw.text')}
          confirmText={t('instruments:action.withdraw')}
          onConfirm={() => submit.mutateAsync({ version, withdraw: true })}
        >
          {t('instruments:action.withdraw')}
        </ConfirmButton>
      ) : (
        (lifeCycle === 'draft' || lifeCycle === 'returned') && (
          <ConfirmButton
            type="primary"
            {...submitRefusal}
            title={t('instruments:action.submit')}
            consequence={t('submit.text')}
            confirmText={t('instruments:action.submit')}
            onConfirm={() => submit.mutateAsync({ version, withdraw: false })}
          >
            {t('instruments:action.submit')}
          </ConfirmButton>
        )
      )}
    </>
  )
}

function RetireCarrierButton({ carrier, refusal }: { carrier: Carrier; refusal?: string }) {
  const { t } = useTranslation(['carriers', 'instruments'])
  const [open, setOpen] = useState(false)
  const retire = useRetireCarrier(carrier.id)
  return (
    <>
      <ActionButton danger {...(refusal ? { refusal } : {})} onClick={() => setOpen(true)}>
        {t('instruments:action.retire')}
      </ActionButton>
      <Modal
        open={open}
        title={t('instruments:action.retire')}
        footer={null}
        onCancel={() => setOpen(false)}
        destroyOnHidden
      >
        <p>{t('retire.text')}</p>
        <SubmitForm<{ reason: string }>
          submitText={t('instruments:retire.confirm')}
          onCancel={() => setOpen(false)}
          onSubmit={async ({ reason }) => {
            await retire.mutateAsync({ reason, version: carrier.version })
            notify(t('retire.done'))
            setOpen(false)
          }}
        >
          <Form.Item
            name="reason"
            label={t('instruments:retire.reason')}
            rules={[{ required: true, whitespace: true }, { max: 500 }]}
          >
            <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} />
          </Form.Item>
        </SubmitForm>
      </Modal>
    </>
  )
}
