import { Checkbox, DatePicker, Form, Input, InputNumber, Radio, Select } from 'antd'
import dayjs, { type Dayjs } from 'dayjs'
import { useTranslation } from 'react-i18next'
import type { Schema } from '../../api/client.ts'
import { dayField } from '../../ui/dayField.ts'
import { SubmitForm } from '../../ui/SubmitForm.tsx'
import { educations } from './api.ts'
import './staff.css'

type Facts = Schema<'StaffFacts'>
type Props = {
  initialValues?: Facts
  submitText: string
  onSubmit: (facts: Facts) => Promise<unknown>
  onCancel: () => void
}

const blank: Facts = {
  name: '',
  staffNumber: null,
  gender: undefined as never,
  bornIn: '',
  education: undefined as never,
  title: null,
  speciality: null,
  department: null,
  post: null,
  instruments: null,
  analystSince: null,
  certificates: null,
  fullTime: true,
  phone: null,
  joinedOn: null,
  leftOn: null,
}

const monthField = {
  getValueProps: (value: string | null | undefined) => ({ value: value ? dayjs(`${value}-01`) : null }),
  normalize: (value: Dayjs | null) => value?.format('YYYY-MM') ?? '',
}

/** One person as the annex's row asks for them (U-3). */
export function StaffForm({ initialValues = blank, submitText, onSubmit, onCancel }: Props) {
  const { t } = useTranslation('staff')
  const text = (name: keyof Facts, max: number) => (
    <Form.Item name={name} label={t(`field.${name}`)} rules={[{ max }]}>
      <Input maxLength={max} autoComplete="off" />
    </Form.Item>
  )
  return (
    <SubmitForm<Facts>
      initialValues={initialValues}
      submitText={submitText}
      faultPrefix="facts"
      onSubmit={facts => onSubmit({ ...initialValues, ...facts })}
      onCancel={onCancel}
    >
      <div className="staff-form">
        <Form.Item name="name" label={t('field.name')} rules={[{ required: true, max: 50 }]}>
          <Input maxLength={50} autoComplete="off" />
        </Form.Item>
        <Form.Item
          name="staffNumber"
          label={t('field.staffNumber')}
          extra={t('note.staffNumber')}
          rules={[{ max: 30 }]}
        >
          <Input maxLength={30} autoComplete="off" />
        </Form.Item>
        <Form.Item name="gender" label={t('field.gender')} rules={[{ required: true }]}>
          <Radio.Group
            options={[
              { value: 'female', label: t('gender.female') },
              { value: 'male', label: t('gender.male') },
            ]}
          />
        </Form.Item>
        <Form.Item name="bornIn" label={t('field.bornIn')} rules={[{ required: true }]} {...monthField}>
          <DatePicker picker="month" className="full" defaultPickerValue={dayjs('1985-06-01')} />
        </Form.Item>
        <Form.Item name="education" label={t('field.education')} rules={[{ required: true }]}>
          <Select options={educations.map(value => ({ value, label: t(`education.${value}`) }))} />
        </Form.Item>
        {text('title', 50)}
        {text('speciality', 100)}
        {text('department', 100)}
        {text('post', 100)}
        <Form.Item name="analystSince" label={t('field.analystSince')} extra={t('note.analystSince')}>
          <InputNumber className="full" min={1945} max={dayjs().year()} precision={0} controls={false} />
        </Form.Item>
        <Form.Item
          className="wide"
          name="instruments"
          label={t('field.instruments')}
          extra={t('note.instruments')}
          rules={[{ max: 500 }]}
        >
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} />
        </Form.Item>
        <Form.Item className="wide" name="certificates" label={t('field.certificates')} rules={[{ max: 300 }]}>
          <Input.TextArea autoSize={{ minRows: 1, maxRows: 4 }} />
        </Form.Item>
        {text('phone', 30)}
        <Form.Item name="fullTime" valuePropName="checked" label={t('field.fullTime')}>
          <Checkbox>{t('fullTime.true')}</Checkbox>
        </Form.Item>
        <Form.Item name="joinedOn" label={t('field.joinedOn')} {...dayField}>
          <DatePicker className="full" />
        </Form.Item>
        <Form.Item name="leftOn" label={t('field.leftOn')} extra={t('note.leftOn')} {...dayField}>
          <DatePicker className="full" />
        </Form.Item>
      </div>
    </SubmitForm>
  )
}
