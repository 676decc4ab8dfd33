import { DatePicker, Form } from 'antd'
import dayjs, { type Dayjs } from 'dayjs'
import { useTranslation } from 'react-i18next'

/** From which day on; kept as the day's text, today at the earliest. */
export function ValidFromItem({ today }: { today: string }) {
  const { t } = useTranslation('policies')
  return (
    <Form.Item
      name="validFrom"
      label={t('validFrom')}
      extra={t('validFrom.note')}
      rules={[{ required: true }]}
      getValueProps={(value?: string) => ({ value: value ? dayjs(value) : null })}
      normalize={(day: Dayjs | null) => day?.format('YYYY-MM-DD')}
    >
      <DatePicker format="YYYY-MM-DD" minDate={dayjs(today)} className="full" />
    </Form.Item>
  )
}
