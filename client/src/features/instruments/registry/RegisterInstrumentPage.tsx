import { Form } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { queryClient } from '../../../api/client.ts'
import { newKey } from '../../../api/newKey.ts'
import { notify } from '../../../ui/notices.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { fieldList, type InstrumentRecord, useBulkCommand, useRegisterInstrument } from '../api.ts'
import '../instruments.css'
import { RecordForm } from './RecordForm.tsx'
import { refusedRow } from './refusedRow.ts'

export function loader() {
  return queryClient.ensureQueryData(fieldList)
}

const blank: InstrumentRecord = { disciplines: [], fundingSources: [], operatingStatus: 'inService' }

/** Enters an instrument of one's own unit by hand (I-2). */
export function Component() {
  const { t } = useTranslation('instruments')
  const navigate = useNavigate()
  const [form] = Form.useForm<InstrumentRecord>()
  const register = useRegisterInstrument()
  const submit = useBulkCommand('submit')
  const [key] = useState(newKey)

  const save = (record: InstrumentRecord) => register.mutateAsync({ record, key })

  return (
    <>
      <PageHeader title={t('register')} note={t('register.note')} />
      <RecordForm
        form={form}
        record={blank}
        onCancel={() => navigate('/instruments')}
        onSave={async record => {
          const saved = await save(record)
          notify(t('form.savedDraft'))
          await navigate(`/instruments/${saved.id}`)
        }}
        onSaveAndSubmit={async record => {
          const saved = await save(record)
          const refused = refusedRow(await submit.mutateAsync({ items: [saved] }))
          notify(refused ? t('form.savedNotSubmitted') : t('form.submitted'))
          await navigate(`/instruments/${saved.id}`)
        }}
      />
    </>
  )
}
