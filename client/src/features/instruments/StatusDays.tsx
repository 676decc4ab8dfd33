import { DatePicker, Form } from 'antd'
import dayjs from 'dayjs'
import { useTranslation } from 'react-i18next'
import { dayField } from '../../ui/dayField.ts'

/** Since when a status holds, and until when it should: for what is in service there is nothing to come back from. */
export function StatusDays({ inService }: { inService: boolean }) {
  const { t } = useTranslation('instruments')
  return (
    <div className="form-grid">
      <Form.Item name="since" label={t('operate.since')} extra={t('operate.sinceNote')} {...dayField}>
        <DatePicker className="full" maxDate={dayjs()} />
      </Form.Item>
      {!inService && (
        <Form.Item name="expectedBackOn" label={t('operate.backOn')} {...dayField}>
          <DatePicker className="full" />
        </Form.Item>
      )}
    </div>
  )
}
