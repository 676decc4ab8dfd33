import { Form, Input, InputNumber, Radio } from 'antd'
import { useTranslation } from 'react-i18next'
import { MoneyInput } from '../../ui/MoneyInput.tsx'
import { notify } from '../../ui/notices.tsx'
import { SubmitForm } from '../../ui/SubmitForm.tsx'
import { type Policy, useSetPolicy } from './api.ts'
import { PolicyValue } from './PolicyValue.tsx'
import { ThresholdPreview } from './ThresholdPreview.tsx'
import { ValidFromItem } from './ValidFromItem.tsx'

type Values = { value: number; validFrom: string; source: string; reason: string }
type Props = { policy: Policy; today: string; onDone: () => void }

/** Sets one number from a day on; for the threshold of the duty, with what it would move. */
export function SetPolicyForm({ policy, today, onDone }: Props) {
  const { t } = useTranslation('policies')
  const [form] = Form.useForm<Values>()
  const set = useSetPolicy(policy.key)
  const [value, validFrom] = [Form.useWatch('value', form), Form.useWatch('validFrom', form)]
  const asked = typeof value === 'number' && !Number.isNaN(value) && value !== policy.value

  return (
    <>
      <p>
        {t('holdsNow')} <PolicyValue kind={policy.kind} value={policy.value} />
      </p>
      <SubmitForm<Values>
        form={form}
        initialValues={{ value: policy.value, validFrom: today }}
        submitText={t('set')}
        onCancel={onDone}
        onSubmit={async values => {
          await set.mutateAsync({ ...values, version: policy.version })
          notify(t('set.done', { from: values.validFrom }))
          onDone()
        }}
      >
        <Form.Item name="value" label={t('newValue')} rules={[{ required: true }]}>
          {input(policy)}
        </Form.Item>
        <ValidFromItem today={today} />
        {policy.key === 'dutyThreshold' && asked && validFrom && (
          <ThresholdPreview thresholdFen={value} on={validFrom} />
        )}
        <Form.Item
          name="source"
          label={t('source')}
          extra={t('source.note')}
          rules={[{ required: true }, { max: 200 }]}
        >
          <Input />
        </Form.Item>
        <Form.Item name="reason" label={t('reason')} rules={[{ required: true }, { max: 500 }]}>
          <Input.TextArea rows={2} />
        </Form.Item>
      </SubmitForm>
    </>
  )

  function input({ kind, least, most }: Policy) {
    if (kind === 'money') return <MoneyInput />
    if (kind === 'flag')
      return (
        <Radio.Group
          options={[
            { value: 1, label: t('flag.yes') },
            { value: 0, label: t('flag.no') },
          ]}
        />
      )
    return <InputNumber min={least} max={most} precision={0} suffix={t(`unit.${kind}`)} className="full" />
  }
}
