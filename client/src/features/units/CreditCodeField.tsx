import { Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { type CreditCodeFault, creditCodeFault, normaliseCreditCode } from './creditCode.ts'

/** Says while one types how many characters are missing, and of a whole code whether its check digit is right (U-1). */
export function CreditCodeField() {
  const { t } = useTranslation('units')
  const code: string = Form.useWatch('creditCode') ?? ''
  const fault = creditCodeFault(code)
  const words = ({ fault, ...values }: CreditCodeFault) => t(`creditCode.${fault}`, { ...values, count: code.length })

  return (
    <Form.Item
      name="creditCode"
      label={t('field.creditCode')}
      normalize={normaliseCreditCode}
      validateTrigger="onBlur"
      extra={code && (fault ? (fault.fault === 'length' ? words(fault) : undefined) : t('creditCode.right'))}
      rules={[
        { required: true },
        {
          validator: (_, value: string | undefined) => {
            const found = value ? creditCodeFault(value) : undefined
            return found ? Promise.reject(new Error(words(found))) : Promise.resolve()
          },
        },
      ]}
    >
      <Input className="number" maxLength={24} autoComplete="off" spellCheck={false} />
    </Form.Item>
  )
}
