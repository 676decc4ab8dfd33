import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { can } from '../../../session/session.ts'
import { SelectFilter } from '../../../ui/filters.tsx'
import { custodianList } from '../api.ts'

type Props = { value: string | undefined; onChange: (value: string | undefined) => void }

/** Mine, nobody's, or — for who entrusts them — somebody's. */
export function CustodianFilter({ value, onChange }: Props) {
  const { t } = useTranslation('upkeep')
  const people = useQuery({ ...custodianList, enabled: can('instruments.entrust') }).data ?? []
  return (
    <SelectFilter
      label={t('custodian.filter')}
      value={value}
      options={[
        { value: 'mine', label: t('custodian.mine') },
        { value: 'none', label: t('custodian.nobody') },
        ...people
          .filter(({ instruments }) => instruments > 0)
          .map(({ accountId, name, instruments: count }) => ({
            value: accountId,
            label: t('custodians.person', { name, count }),
          })),
      ]}
      onChange={onChange}
    />
  )
}
