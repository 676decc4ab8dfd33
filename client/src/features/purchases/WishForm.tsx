import { Form, Input, InputNumber } from 'antd'
import { useTranslation } from 'react-i18next'
import { SubmitForm } from '../../ui/SubmitForm.tsx'
import type { Wish } from './api.ts'

type Values = {
  name?: string
  englishName?: string
  model?: string
  manufacturer?: string
  classificationCode?: string
  specifications?: string
  purpose?: string
  priceWan?: number | null
}

/** Everything is optional but one thing: a name, a model, or a whole application. */
export function WishForm({ onSubmit }: { onSubmit: (wish: Wish) => Promise<unknown> }) {
  const { t } = useTranslation('purchases')
  const said = (text: string | undefined) => text?.trim() || null
  return (
    <SubmitForm<Values>
      submitText={t('check')}
      onSubmit={values =>
        onSubmit({
          name: said(values.name),
          englishName: said(values.englishName),
          model: said(values.model),
          manufacturer: said(values.manufacturer),
          classificationCode: said(values.classificationCode),
          specifications: said(values.specifications),
          purpose: said(values.purpose),
          priceYuan: values.priceWan ? Math.round(values.priceWan * 10_000) : null,
          size: null,
        })
      }
    >
      <div className="form-grid">
        <Form.Item name="name" label={t('field.name')} extra={t('field.name.note')}>
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item name="model" label={t('field.model')} extra={t('field.model.note')}>
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item name="manufacturer" label={t('field.manufacturer')}>
          <Input maxLength={200} />
        </Form.Item>
      </div>
      <details className="wish-more">
        <summary>{t('more')}</summary>
        <div className="form-grid">
          <Form.Item name="englishName" label={t('field.englishName')}>
            <Input maxLength={200} />
          </Form.Item>
          <Form.Item
            name="classificationCode"
            label={t('field.classificationCode')}
            rules={[{ pattern: /^\d{6}$/, message: t('field.classificationCode.six') }]}
          >
            <Input maxLength={6} inputMode="numeric" />
          </Form.Item>
          <Form.Item name="priceWan" label={t('field.price')}>
            <InputNumber min={0} className="full" />
          </Form.Item>
          <Form.Item name="specifications" label={t('field.specifications')} className="wide">
            <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={4000} />
          </Form.Item>
          <Form.Item name="purpose" label={t('field.purpose')} className="wide">
            <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={4000} />
          </Form.Item>
        </div>
      </details>
    </SubmitForm>
  )
}
