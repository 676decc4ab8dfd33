import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { carrierList } from './carriersApi.ts'

type Props = { id?: string; value?: string | null; onChange?: (carrierId: string | undefined) => void }

/** One of the unit's own facilities, centres and service units, for many instruments at once. */
export function CarrierSelect({ value, onChange, id }: Props) {
  const { t } = useTranslation('instruments')
  const known = useQuery(carrierList({ sort: 'nameZh', page: 1, size: 200 })).data?.items ?? []
  return (
    <Select
      {...(id ? { id } : {})}
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      placeholder={t('bulk.assign.unchanged')}
      value={value ?? null}
      options={known
        .filter(({ lifeCycle }) => lifeCycle !== 'retired')
        .map(({ id: carrierId, kind, nameZh, number }) => ({
          value: carrierId,
          label: `${nameZh} · ${t(`code.carrierType.${kind}`)} · ${number}`,
        }))}
      onChange={next => onChange?.(next ?? undefined)}
    />
  )
}
