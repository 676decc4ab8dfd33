import { Form } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLoaderData, useNavigate } from 'react-router'
import { queryClient } from '../../../api/client.ts'
import { ApiError } from '../../../api/problem.ts'
import { notify } from '../../../ui/notices.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { ProblemAlert } from '../../../ui/ProblemAlert.tsx'
import { type Instrument, type InstrumentRecord, instrument, useBulkCommand, useEditInstrument } from '../api.ts'
import { RecordForm } from './RecordForm.tsx'
import { refusedRow } from './refusedRow.ts'
import { type Clash, clashBetween, VersionClash } from './VersionClash.tsx'

export { loader } from './InstrumentPage.tsx'

/** Corrects an instrument; what others changed in the meantime is shown, and nothing typed is lost (I-4). */
export function Component() {
  const { t } = useTranslation('instruments')
  const navigate = useNavigate()
  const loaded = useLoaderData<Instrument>()
  const [current, setCurrent] = useState(loaded)
  const [clash, setClash] = useState<Clash>()
  const [form] = Form.useForm<InstrumentRecord>()
  const edit = useEditInstrument(loaded.id)
  const submit = useBulkCommand('submit')
  const back = () => navigate(`/instruments/${loaded.id}`)
  const locked = !current.actions.includes('edit')

  /** Saves; when somebody was faster, loads theirs, keeps mine in the form and shows both. */
  const save = async (record: InstrumentRecord) => {
    try {
      return await edit.mutateAsync({ record, version: current.version })
    } catch (error) {
      if (!(error instanceof ApiError) || error.code !== 'instrument.changed-meanwhile') throw error
      const latest = await queryClient.fetchQuery({ ...instrument(loaded.id), staleTime: 0 })
      const found = clashBetween(current.record, latest.record, record)
      for (const { field, theirs } of found.taken) form.setFieldValue(field as never, theirs as never)
      setClash(found)
      setCurrent(latest)
      throw new ApiError(409, 'instrument.compare-first', '')
    }
  }

  return (
    <>
      <PageHeader
        title={t('edit.heading', { name: loaded.record.nameZh ?? t('unnamed') })}
        note={[loaded.record.assetNumber, loaded.unitName].filter(Boolean).join(' · ')}
      />
      {locked && (
        <ProblemAlert
          error={
            new ApiError(
              409,
              'instrument.cannot-edit',
              t('refusal.state', { state: t(`lifeCycle.${current.lifeCycle}`) }),
            )
          }
        />
      )}
      <RecordForm
        form={form}
        record={current.record}
        remarks={current.remarks}
        complete={current.lifeCycle === 'listed'}
        onCancel={back}
        notice={
          <>
            {clash && (
              <VersionClash
                clash={clash}
                onTake={({ field, theirs }) => form.setFieldValue(field as never, theirs as never)}
              />
            )}
            {current.lifeCycle === 'returned' && (
              <div className="remark" role="note">
                <strong>{t(`return.reason.${current.returnReasonCode}`)}</strong>
                {t('colon')}
                {current.returnReason}
                {current.remarks
                  .filter(({ field }) => field === '')
                  .map(({ text }) => (
                    <div key={text}>{text}</div>
                  ))}
              </div>
            )}
          </>
        }
        onSave={async record => {
          await save(record)
          notify(t('form.saved'))
          await back()
        }}
        {...(current.lifeCycle === 'listed'
          ? {}
          : {
              onSaveAndSubmit: async (record: InstrumentRecord) => {
                const saved = await save(record)
                const refused = refusedRow(await submit.mutateAsync({ items: [saved] }))
                notify(refused ? t('form.savedNotSubmitted') : t('form.submitted'))
                await back()
              },
            })}
      />
    </>
  )
}
