import { useQuery } from '@tanstack/react-query'
import { Form, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { notify } from '../../../ui/notices.tsx'
import { SubmitForm } from '../../../ui/SubmitForm.tsx'
import { expertList, type Round, useAppoint } from './api.ts'

/** For the centre, while the panel is at work: others join it, because conflicts have left too few (R-4). */
export function AppointForm({ data }: { data: Round }) {
  const { t } = useTranslation('panel')
  const experts = useQuery(expertList(data.id)).data ?? []
  const appoint = useAppoint(data.id)
  const [form] = Form.useForm<{ accountIds: string[] }>()
  const sitting = new Set(data.members.map(({ accountId }) => accountId))
  return (
    <details className="late-conflict">
      <summary>{t('appoint')}</summary>
      <SubmitForm<{ accountIds: string[] }>
        form={form}
        submitText={t('appoint')}
        onSubmit={async ({ accountIds }) => {
          const members = accountIds.map(accountId => ({
            accountId,
            seat: experts.find(expert => expert.accountId === accountId)!.seat,
          }))
          await appoint.mutateAsync({ members, version: data.version })
          notify(t('appoint.done', { count: members.length }))
          form.resetFields()
        }}
      >
        <p className="field-note">{t('appoint.note')}</p>
        <Form.Item name="accountIds" label={t('appoint.who')} rules={[{ required: true }]}>
          <Select
            mode="multiple"
            optionFilterProp="label"
            options={experts
              .filter(({ accountId }) => !sitting.has(accountId))
              .map(expert => ({
                value: expert.accountId,
                label: `${
                  expert.conflicts.length > 0
                    ? t('appoint.conflicts', { name: expert.name, count: expert.conflicts.length })
                    : expert.name
                } · ${expert.unitName ?? expert.organisationName} · ${t(`seat.${expert.seat}`)}`,
              }))}
          />
        </Form.Item>
      </SubmitForm>
    </details>
  )
}
