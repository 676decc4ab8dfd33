import { useQuery } from '@tanstack/react-query'
import { Form, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { carrierList, isCarrierKind } from './carriersApi.ts'

type Props = { id?: string; value?: string | null; onChange?: (number: string | undefined) => void }

/** Which facility, centre or service unit of the unit the instrument belongs to; a number that nobody has registered yet is kept and said to be unknown. */
export function CarrierPicker({ value, onChange, id }: Props) {
  const { t } = useTranslation(['carriers', 'instruments'])
  const type = Form.useWatch('carrierType')
  const kind = isCarrierKind(type) ? type : 'instrumentCentre'
  const known = useQuery({
    ...carrierList({ kind, sort: 'nameZh', page: 1, size: 200 }),
    enabled: isCarrierKind(type),
  }).data
  const options = (known?.items ?? [])
    .filter(({ lifeCycle }) => lifeCycle !== 'retired')
    .map(({ number, nameZh }) => ({ value: number, label: `${nameZh} · ${number}` }))
  const unknown = Boolean(value) && known !== undefined && !options.some(option => option.value === value)
  const kindName = t(`instruments:code.carrierType.${kind}`)
  return (
    <>
      <Select
        {...(id ? { id } : {})}
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        placeholder={t('choose', { kind: kindName })}
        value={value ?? null}
        options={options}
        onChange={next => onChange?.(next ?? undefined)}
      />
      {unknown && (
        <p className="field-note" role="note">
          {t('unknown', { number: value, kind: kindName })}
        </p>
      )}
    </>
  )
}
