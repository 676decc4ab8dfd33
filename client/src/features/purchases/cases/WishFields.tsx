import { Button, Form, Input, InputNumber, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { MoneyInput } from '../../../ui/MoneyInput.tsx'
import type { CaseFile } from './api.ts'

type Props = { at: number; files: CaseFile[]; onRemove?: () => void }

const sources = ['central', 'local', 'own', 'other'] as const
const amount = { validator: (_: unknown, fen: unknown) => (Number.isNaN(fen) ? Promise.reject() : Promise.resolve()) }

/** Marked, not demanded: a draft may leave it open until it is handed in. */
const neededAtLast = ['nameZh', 'location']

/** One instrument of the application. */
export function WishFields({ at, files, onRemove }: Props) {
  const { t } = useTranslation('cases')
  const text = (name: string, longest = 200) => (
    <Form.Item name={[at, name]} label={t(`field.${name}`)} required={neededAtLast.includes(name)}>
      <Input maxLength={longest} />
    </Form.Item>
  )
  return (
    <section className="panel" aria-label={t('wish', { number: at + 1 })}>
      <h2>{t('wish', { number: at + 1 })}</h2>
      <div className="form-grid">
        {text('nameZh')}
        {text('nameEn')}
        {text('model')}
        {text('manufacturer')}
        <Form.Item
          name={[at, 'classCode']}
          label={t('field.classCode')}
          rules={[{ pattern: /^\d{6}$/, message: t('purchases:field.classificationCode.six') }]}
        >
          <Input maxLength={6} inputMode="numeric" />
        </Form.Item>
        <Form.Item name={[at, 'quantity']} label={t('field.quantity')} rules={[{ required: true }]}>
          <InputNumber min={1} max={999} precision={0} className="full" />
        </Form.Item>
        <Form.Item
          name={[at, 'unitPriceFen']}
          label={t('field.unitPriceFen')}
          required
          rules={[{ ...amount, message: t('amount.invalid') }]}
        >
          <MoneyInput />
        </Form.Item>
        <Form.Item name={[at, 'budgetSource']} label={t('field.budgetSource')} required>
          <Select allowClear options={sources.map(value => ({ value, label: t(`budget.${value}`) }))} />
        </Form.Item>
        <Form.Item name={[at, 'annualHours']} label={t('field.annualHours')} required>
          <InputNumber min={0} max={8784} precision={1} className="full" />
        </Form.Item>
        <Form.Item name={[at, 'externalHours']} label={t('field.externalHours')} required>
          <InputNumber min={0} max={8784} precision={1} className="full" />
        </Form.Item>
        {text('location')}
      </div>
      {(['specifications', 'purpose'] as const).map(field => (
        <Form.Item key={field} name={[at, field]} label={t(`field.${field}`)} required>
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={4000} />
        </Form.Item>
      ))}
      <h3>{t('quotations')}</h3>
      <Form.List name={[at, 'quotations']}>
        {(rows, { add, remove }, { errors }) => (
          <>
            {rows.map(({ key, name }) => (
              <div key={key} className="case-row">
                <Form.Item name={[name, 'supplier']} label={t('quotation.supplier')} rules={[{ required: true }]}>
                  <Input maxLength={200} />
                </Form.Item>
                <Form.Item name={[name, 'amountFen']} label={t('quotation.amount')} rules={[{ required: true }]}>
                  <MoneyInput />
                </Form.Item>
                <Form.Item name={[name, 'fileId']} label={t('quotation.file')}>
                  <Select
                    allowClear
                    notFoundContent={t('files.none')}
                    options={files.map(file => ({ value: file.id, label: file.fileName }))}
                  />
                </Form.Item>
                <Button onClick={() => remove(name)}>{t('remove')}</Button>
              </div>
            ))}
            <Form.ErrorList errors={errors} />
            <Button onClick={() => add({})}>{t('quotation.add')}</Button>
          </>
        )}
      </Form.List>
      {onRemove && (
        <Button danger onClick={onRemove} className="wish-remove">
          {t('wish.remove')}
        </Button>
      )}
    </section>
  )
}
