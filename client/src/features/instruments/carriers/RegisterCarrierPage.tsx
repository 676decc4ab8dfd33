import { Form } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type LoaderFunctionArgs, redirect, useNavigate, useSearchParams } from 'react-router'
import { queryClient } from '../../../api/client.ts'
import { newKey } from '../../../api/newKey.ts'
import { notify } from '../../../ui/notices.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { fieldList } from '../api.ts'
import '../instruments.css'
import { RecordForm } from '../registry/RecordForm.tsx'
import { FieldsOf } from '../useFields.ts'
import {
  type CarrierKind,
  type CarrierRecord,
  isCarrierKind,
  useRegisterCarrier,
  useSubmitCarrier,
} from './carriersApi.ts'

export function loader({ request }: LoaderFunctionArgs) {
  if (!isCarrierKind(new URL(request.url).searchParams.get('kind'))) return redirect('/instruments/carriers')
  return queryClient.ensureQueryData(fieldList)
}

const blank: CarrierRecord = { disciplines: [] }

/** Enters a facility, centre or service unit of one's own unit (I-1). */
export function Component() {
  const { t } = useTranslation(['carriers', 'instruments'])
  const navigate = useNavigate()
  const kind = useSearchParams()[0].get('kind') as CarrierKind
  const [form] = Form.useForm<CarrierRecord>()
  const register = useRegisterCarrier()
  const submit = useSubmitCarrier()
  const [key] = useState(newKey)
  const save = (record: CarrierRecord) => register.mutateAsync({ kind, record, key })

  return (
    <FieldsOf value={kind}>
      <PageHeader
        title={t('registerKind', { kind: t(`instruments:code.carrierType.${kind}`) })}
        note={t('register.note')}
      />
      <RecordForm
        form={form}
        record={blank}
        needed={['nameZh', 'number']}
        onCancel={() => navigate('/instruments/carriers')}
        onSave={async record => {
          const saved = await save(record)
          notify(t('instruments:form.savedDraft'))
          await navigate(`/instruments/carriers/${saved.id}`)
        }}
        onSaveAndSubmit={async record => {
          const { id, version } = await save(record)
          await submit.mutateAsync({ id, version, withdraw: false })
          notify(t('instruments:form.submitted'))
          await navigate(`/instruments/carriers/${id}`)
        }}
      />
    </FieldsOf>
  )
}
