import { useQuery } from '@tanstack/react-query'
import { Form, Input, Radio } from 'antd'
import { useTranslation } from 'react-i18next'
import { notify } from '../../ui/notices.tsx'
import { SubmitForm } from '../../ui/SubmitForm.tsx'
import { type Policy, presets, useAdoptPreset } from './api.ts'
import { PolicyValue } from './PolicyValue.tsx'
import { ValidFromItem } from './ValidFromItem.tsx'

type Values = { preset: string; validFrom: string; reason: string }
type Props = { rows: Policy[]; today: string; onDone: () => void }

/** Takes the numbers of a notice over; before, they stand beside what holds. */
export function AdoptPresetForm({ rows, today, onDone }: Props) {
  const { t } = useTranslation('policies')
  const [form] = Form.useForm<Values>()
  const { data = [] } = useQuery(presets)
  const name = Form.useWatch('preset', form)
  const adopt = useAdoptPreset(name ?? '')
  const differing = (data.find(preset => preset.name === name)?.values ?? []).flatMap(value => {
    const row = rows.find(({ key }) => key === value.key)
    return row && row.value !== value.value ? [{ row, value }] : []
  })

  return (
    <SubmitForm<Values>
      form={form}
      initialValues={{ validFrom: today }}
      submitText={t('adopt')}
      onCancel={onDone}
      onSubmit={async ({ validFrom, reason }) => {
        const version = rows.reduce((sum, row) => sum + row.version, 0)
        const { changed } = await adopt.mutateAsync({ validFrom, reason, version })
        notify(t('adopt.done', { count: changed }))
        onDone()
      }}
    >
      <Form.Item name="preset" label={t('preset')} rules={[{ required: true }]}>
        <Radio.Group
          className="policies-presets"
          options={data.map(preset => ({ value: preset.name, label: t(`preset.${preset.name}`) }))}
        />
      </Form.Item>
      {name && (
        <section className="policies-preview" aria-label={t('adopt.differences')}>
          {differing.length === 0 && <p>{t('adopt.same')}</p>}
          <ul>
            {differing.map(({ row, value }) => (
              <li key={row.key}>
                {t(`key.${row.key}`)} <PolicyValue kind={row.kind} value={row.value} /> →{' '}
                <strong>
                  <PolicyValue kind={row.kind} value={value.value} />
                </strong>{' '}
                <span className="policies-rule">{value.source}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <ValidFromItem today={today} />
      <Form.Item name="reason" label={t('reason')} rules={[{ required: true }, { max: 500 }]}>
        <Input.TextArea rows={2} />
      </Form.Item>
    </SubmitForm>
  )
}
