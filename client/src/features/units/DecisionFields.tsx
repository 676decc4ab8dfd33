import { DatePicker, Form, Input } from 'antd'
import dayjs from 'dayjs'
import { useTranslation } from 'react-i18next'
import type { Schema } from '../../api/client.ts'
import { dayField } from '../../ui/dayField.ts'

export const decided = () => ({ decision: { on: dayjs().format('YYYY-MM-DD') } as Schema<'UnitDecision'> })

/** Since when, by whose decision, why: what every change of a unit's being stands on. */
export function DecisionFields() {
  const { t } = useTranslation('changes')
  return (
    <>
      <Form.Item name={['decision', 'on']} label={t('on')} rules={[{ required: true }]} {...dayField}>
        <DatePicker className="full" maxDate={dayjs()} />
      </Form.Item>
      <Form.Item name={['decision', 'decidedBy']} label={t('decidedBy')} rules={[{ required: true }, { max: 200 }]}>
        <Input />
      </Form.Item>
      <Form.Item name={['decision', 'reason']} label={t('reason')} rules={[{ required: true }, { max: 500 }]}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} />
      </Form.Item>
    </>
  )
}
