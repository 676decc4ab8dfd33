import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { can } from '../../../session/session.ts'
import { ActionButton } from '../../../ui/ActionButton.tsx'
import { ConfirmButton } from '../../../ui/ConfirmButton.tsx'
import { notify } from '../../../ui/notices.tsx'
import { type BulkCommand, type Instrument, useDeleteDraft } from '../api.ts'
import { BulkDialog } from '../BulkDialog.tsx'
import { OperatingStatusButton } from './OperatingStatusButton.tsx'
import { RetireButton } from './RetireButton.tsx'

const needs: Record<string, string> = { operate: 'instruments.operate', approve: 'instruments.review' }

/** What may be done with it now; the rest says why not. */
export function InstrumentActions({ instrument }: { instrument: Instrument }) {
  const { t } = useTranslation('instruments')
  const navigate = useNavigate()
  const [bulk, setBulk] = useState<BulkCommand>()
  const discard = useDeleteDraft(instrument.id)
  const { id, lifeCycle, version } = instrument

  const refusal = (action: string) => {
    if (instrument.actions.includes(action)) return {}
    const reason = !can(needs[action] ?? 'instruments.edit')
      ? t('refusal.role')
      : action === 'operate' && lifeCycle !== 'retired'
        ? t('refusal.entrusted')
        : t('refusal.state', { state: t(`lifeCycle.${lifeCycle}`) })
    return { refusal: reason }
  }
  const row = { ...instrument, ...instrument.record } as unknown as Parameters<typeof BulkDialog>[0]['rows'][number]

  return (
    <>
      <Button onClick={() => navigate(`/instruments/${id}/print`)}>{t('action.print')}</Button>
      {lifeCycle === 'listed' && (
        <Button onClick={() => navigate(`/instruments/labels?only=${id}`)}>{t('action.label')}</Button>
      )}
      {lifeCycle === 'draft' && can('instruments.edit') && (
        <ConfirmButton
          danger
          {...refusal('delete')}
          title={t('action.delete')}
          consequence={t('delete.text')}
          confirmText={t('action.delete')}
          onConfirm={async () => {
            await discard.mutateAsync(version)
            notify(t('delete.done'))
            await navigate('/instruments')
          }}
        >
          {t('action.delete')}
        </ConfirmButton>
      )}
      {(lifeCycle === 'listed' || lifeCycle === 'retired') && can('instruments.edit') && (
        <RetireButton instrument={instrument} {...refusal('retire')} />
      )}
      <OperatingStatusButton instrument={instrument} {...refusal('operate')} />
      {can('instruments.review') ? (
        <ActionButton type="primary" {...refusal('approve')} onClick={() => navigate(`/instruments/review/${id}`)}>
          {t('action.review')}
        </ActionButton>
      ) : (
        <>
          <ActionButton {...refusal('edit')} onClick={() => navigate(`/instruments/${id}/edit`)}>
            {t('action.edit')}
          </ActionButton>
          {lifeCycle === 'submitted' ? (
            <ActionButton {...refusal('withdraw')} onClick={() => setBulk('withdraw')}>
              {t('action.withdraw')}
            </ActionButton>
          ) : (
            <ActionButton type="primary" {...submitRefusal()} onClick={() => setBulk('submit')}>
              {t('action.submit')}
            </ActionButton>
          )}
        </>
      )}
      {bulk && <BulkDialog command={bulk} rows={[row]} onClose={() => setBulk(undefined)} />}
    </>
  )

  function submitRefusal() {
    const refused = refusal('submit')
    if (refused.refusal || instrument.missingForSubmission.length === 0) return refused
    return { refusal: t('refusal.incomplete', { count: instrument.missingForSubmission.length }) }
  }
}
