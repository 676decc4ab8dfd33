import { Checkbox, DatePicker, Form, Input, InputNumber, Select } from 'antd'
import dayjs, { type Dayjs } from 'dayjs'
import { useTranslation } from 'react-i18next'
import { MoneyInput } from '../../../ui/MoneyInput.tsx'
import type { Remark } from '../api.ts'
import { ClassPicker } from '../ClassPicker.tsx'
import { CarrierPicker } from '../carriers/CarrierPicker.tsx'
import { RegionPicker } from '../RegionPicker.tsx'
import { type Field, useFields } from '../useFields.ts'

type Props = {
  field: Field
  /** Whether the record cannot even be saved without it. */
  needed: boolean
  remarks: Remark[]
}

// As people write a day; the server has the one right form.
const dayFormats = ['YYYY-MM-DD', 'YYYY-M-D', 'YYYYMMDD', 'YYYY.M.D', 'YYYY/M/D', 'YYYY年M月D日']

/** One field of the record with the input its kind wants, its marks and the reviewer's remarks on it. */
export function RecordField({ field, needed, remarks }: Props) {
  const { t } = useTranslation('instruments')
  const { nameOf } = useFields()
  const mark = field.required ? 'submission' : field.nationalRequired ? 'nation' : undefined
  return (
    <div
      id={`field-${field.key}`}
      className={['record-field', field.kind === 'longText' && 'wide', remarks.length > 0 && 'remarked']
        .filter(Boolean)
        .join(' ')}
    >
      {remarks.map(({ text }) => (
        <p key={text} className="remark" role="note">
          {t('remark', { text })}
        </p>
      ))}
      <Form.Item
        name={field.key}
        label={
          <>
            {nameOf(field)}
            {mark && <span className={`mark mark-${mark}`}>{t(`mark.${mark}`)}</span>}
          </>
        }
        messageVariables={{ label: nameOf(field) }}
        rules={[
          ...(needed ? [{ required: true, message: t('form.needed') }] : []),
          ...(field.maxLength && (field.kind === 'text' || field.kind === 'longText' || field.kind === 'webAddress')
            ? [{ max: field.maxLength, message: t('form.tooLong', { max: field.maxLength }) }]
            : []),
          ...(field.kind === 'money' ? [{ validator: isAmount(t('form.notAnAmount')) }] : []),
        ]}
        {...(field.kind === 'date' ? dateProps : {})}
        {...(field.kind === 'longText' && field.maxLength ? { className: 'counted' } : {})}
      >
        {useInput(field)}
      </Form.Item>
    </div>
  )
}

const dateProps = {
  getValueProps: (value: string | null | undefined) => ({ value: value ? dayjs(value) : null }),
  normalize: (value: Dayjs | null) => value?.format('YYYY-MM-DD') ?? null,
}

const isAmount = (message: string) => (_: unknown, value: number | null | undefined) =>
  Number.isNaN(value) ? Promise.reject(new Error(message)) : Promise.resolve()

function useInput(field: Field) {
  const { t } = useTranslation('instruments')
  const { disciplines, countries } = useFields()
  const options = field.codes.map(value => ({ value, label: t(`code.${field.key}.${value}`) }))
  switch (field.kind) {
    case 'longText':
      return (
        <Input.TextArea
          autoSize={{ minRows: 2, maxRows: 10 }}
          {...(field.maxLength ? { count: { show: true, max: field.maxLength } } : {})}
        />
      )
    case 'money':
      return <MoneyInput />
    case 'date':
      return <DatePicker format={dayFormats} placeholder={t('form.date')} className="full" />
    case 'year':
      return <InputNumber className="full" min={1990} max={2100} precision={0} controls={false} placeholder="2025" />
    case 'hours':
      return <InputNumber className="full" min={0} max={8784} controls={false} suffix={t('hours')} />
    case 'area':
      return <InputNumber className="full" min={0} controls={false} suffix="㎡" />
    case 'webAddress':
      return <Input autoComplete="off" placeholder="https://" />
    case 'flag':
      return (
        <Select
          allowClear
          options={[
            { value: true, label: t('flag.yes') },
            { value: false, label: t('flag.no') },
          ]}
        />
      )
    case 'choice':
      return <Select allowClear options={options} />
    case 'choices':
      return <Checkbox.Group options={options} />
    case 'discipline':
      return (
        <Select
          mode="multiple"
          maxCount={4}
          placeholder={t('form.disciplines')}
          showSearch={{ optionFilterProp: 'label' }}
          options={disciplines.map(({ code, name }) => ({ value: code, label: `${name} ${code}` }))}
        />
      )
    case 'country':
      return (
        <Select
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          options={countries.map(name => ({ value: name, label: name }))}
        />
      )
    case 'classCode':
      return <ClassPicker leavesOnly placeholder={t('form.class')} />
    case 'region':
      return <RegionPicker />
    default:
      if (field.key === 'carrierNumber') return <CarrierPicker />
      return <Input autoComplete="off" {...(field.key === 'bookingUrl' ? { placeholder: 'https://' } : {})} />
  }
}
