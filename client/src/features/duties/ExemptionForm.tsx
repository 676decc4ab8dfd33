import { useQuery } from '@tanstack/react-query'
import { Alert, DatePicker, Form, Input, InputNumber, Select } from 'antd'
import dayjs from 'dayjs'
import { useTranslation } from 'react-i18next'
import { dayField } from '../../ui/dayField.ts'
import { SubmitForm } from '../../ui/SubmitForm.tsx'
import { dutyList, type ExemptedInstrument, type ExemptionFacts, type ExemptionReason } from './api.ts'
import { exemptionReasons } from './ExemptionStateTag.tsx'

type Props = {
  facts: Partial<ExemptionFacts>
  /** What the statement is about already. */
  stated?: ExemptedInstrument[]
  onSubmit: (facts: ExemptionFacts) => Promise<unknown>
  onCancel: () => void
}

/** Why instruments do not join. For what is classified there is room for a count and a number only (CN 三, I-7). */
export function ExemptionForm({ facts, stated = [], onSubmit, onCancel }: Props) {
  const { t } = useTranslation('exemptions')
  const [form] = Form.useForm<ExemptionFacts>()
  const reason = Form.useWatch<ExemptionReason | undefined>('reason', form) ?? facts.reason
  const passing = reason === 'inCommissioning'
  // Who comes with instruments chosen from the list sees which before giving the reason.
  const chosen = (facts.instrumentIds?.length ?? 0) > 0
  const owed = useQuery(dutyList({ size: 200 })).data?.items ?? []
  const label = (each: { nameZh: string | null; model: string | null; assetNumber: string | null }) =>
    [each.nameZh ?? t('duties:unnamed'), each.model, each.assetNumber].filter(Boolean).join(' · ')
  const free = owed.filter(({ statement, id }) => statement === null && stated.every(each => each.id !== id))

  return (
    <SubmitForm<ExemptionFacts>
      form={form}
      initialValues={facts}
      faultPrefix="facts"
      submitText={t('form.submit')}
      onCancel={onCancel}
      onSubmit={values =>
        onSubmit(
          values.reason === 'classified'
            ? { ...nothing, reason: values.reason, count: values.count, unitReference: values.unitReference }
            : { ...nothing, ...values, count: null, unitReference: null },
        )
      }
    >
      <Form.Item name="reason" label={t('form.reason')} rules={[{ required: true }]}>
        <Select options={exemptionReasons.map(value => ({ value, label: t(`reason.${value}`) }))} />
      </Form.Item>
      {reason === 'classified' && (
        <>
          <Alert
            className="problem-alert"
            type="warning"
            showIcon
            title={t('form.classifiedTitle')}
            description={t('form.classifiedText')}
          />
          <Form.Item name="count" label={t('form.count')} rules={[{ required: true }]}>
            <InputNumber min={1} max={9999} precision={0} />
          </Form.Item>
          <Form.Item
            name="unitReference"
            label={t('form.reference')}
            extra={t('form.referenceHint')}
            rules={[{ required: true }, { pattern: /^[A-Za-z0-9/._-]{1,30}$/, message: t('form.referenceHint') }]}
          >
            <Input maxLength={30} />
          </Form.Item>
        </>
      )}
      {reason !== 'classified' && (reason !== undefined || chosen) && (
        <>
          <Form.Item
            name="instrumentIds"
            label={t('form.instruments')}
            extra={t('form.instrumentsHint')}
            rules={[{ required: true, type: 'array', min: 1, max: 200 }]}
          >
            <Select
              mode="multiple"
              showSearch={{ optionFilterProp: 'label' }}
              notFoundContent={t('form.noInstruments')}
              options={[...stated, ...free].map(each => ({ value: each.id, label: label(each) }))}
            />
          </Form.Item>
          <Form.Item
            name="explanation"
            label={t('form.explanation')}
            extra={t('form.explanationHint')}
            rules={[{ required: true, whitespace: true }, { max: 1000 }]}
          >
            <Input.TextArea rows={5} maxLength={1000} showCount />
          </Form.Item>
          <Form.Item
            name="until"
            label={t(passing ? 'form.until' : 'form.untilOptional')}
            extra={t('form.untilHint')}
            rules={[{ required: passing }]}
            {...dayField}
          >
            <DatePicker minDate={dayjs().add(1, 'day')} maxDate={dayjs().add(3, 'year')} format="YYYY-MM-DD" />
          </Form.Item>
        </>
      )}
    </SubmitForm>
  )
}

const nothing = { explanation: null, until: null, instrumentIds: [], count: null, unitReference: null }
