import { Form } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLoaderData, useNavigate } from 'react-router'
import { queryClient } from '../../../api/client.ts'
import { ApiError } from '../../../api/problem.ts'
import { notify } from '../../../ui/notices.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { ProblemAlert } from '../../../ui/ProblemAlert.tsx'
import { RecordForm } from '../registry/RecordForm.tsx'
import { ReturnNotice } from '../registry/Standing.tsx'
import { type Clash, clashBetween, VersionClash } from '../registry/VersionClash.tsx'
import { FieldsOf } from '../useFields.ts'
import { type Carrier, type CarrierRecord, carrier, useEditCarrier, useSubmitCarrier } from './carriersApi.ts'

export { loader } from './CarrierPage.tsx'

/** Corrects it; what others changed in the meantime is shown, and nothing typed is lost (I-4). */
export function Component() {
  const { t } = useTranslation(['carriers', 'instruments'])
  const navigate = useNavigate()
  const loaded = useLoaderData<Carrier>()
  const [current, setCurrent] = useState(loaded)
  const [clash, setClash] = useState<Clash>()
  const [form] = Form.useForm<CarrierRecord>()
  const edit = useEditCarrier(loaded.id)
  const submit = useSubmitCarrier(loaded.id)
  const at = `/instruments/carriers/${loaded.id}`
  const locked = !current.actions.includes('edit')

  /** Saves; when somebody was faster, loads theirs, keeps mine in the form and shows both. */
  const save = async (record: CarrierRecord) => {
    try {
      return await edit.mutateAsync({ record, version: current.version })
    } catch (error) {
      if (!(error instanceof ApiError) || error.code !== 'carrier.changed-meanwhile') throw error
      const latest = await queryClient.fetchQuery({ ...carrier(loaded.id), staleTime: 0 })
      const found = clashBetween(current.record, latest.record, record)
      for (const { field, theirs } of found.taken) form.setFieldValue(field as never, theirs as never)
      setClash(found)
      setCurrent(latest)
      throw new ApiError(409, 'instrument.compare-first', '')
    }
  }

  return (
    <FieldsOf value={current.kind}>
      <PageHeader
        title={t('instruments:edit.heading', { name: loaded.record.nameZh ?? t('instruments:unnamed') })}
        note={[loaded.record.number, loaded.unitName].filter(Boolean).join(' · ')}
      />
      {locked && (
        <ProblemAlert
          error={
            new ApiError(
              409,
              'carrier.cannot-edit',
              t('instruments:refusal.state', { state: t(`instruments:lifeCycle.${current.lifeCycle}`) }),
            )
          }
        />
      )}
      <RecordForm
        form={form}
        record={current.record}
        remarks={current.remarks}
        needed={['nameZh', 'number']}
        complete={current.lifeCycle === 'listed'}
        onCancel={() => navigate(at)}
        notice={
          <>
            {clash && (
              <VersionClash
                clash={clash}
                onTake={({ field, theirs }) => form.setFieldValue(field as never, theirs as never)}
              />
            )}
            {current.lifeCycle === 'returned' && <ReturnNotice of={current} at={at} />}
          </>
        }
        onSave={async record => {
          await save(record)
          notify(t('instruments:form.saved'))
          await navigate(at)
        }}
        {...(current.lifeCycle === 'listed'
          ? {}
          : {
              onSaveAndSubmit: async (record: CarrierRecord) => {
                const { version } = await save(record)
                await submit.mutateAsync({ version, withdraw: false })
                notify(t('instruments:form.submitted'))
                await navigate(at)
              },
            })}
      />
    </FieldsOf>
  )
}
