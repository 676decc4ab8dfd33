import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useDeferredValue, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Schema } from '../../api/client.ts'
import { useAccount } from '../../session/session.ts'
import { managingUnitList, organisationTree } from './api.ts'

export type Choice = Pick<Schema<'OrganisationRow'>, 'id' | 'name' | 'tier'>

type Props = { id?: string; value?: string; onChange?: (id: string) => void; onChoose: (choice: Choice) => void }

/** Any organisation of my subtree; units, of which there may be thousands, are searched by the server. */
export function OrganisationSelect({ id, value, onChange, onChoose }: Props) {
  const { t } = useTranslation('units')
  const own = useAccount().organisation
  const [text, setText] = useState('')
  const search = useDeferredValue(text.trim())
  const tree = useQuery(organisationTree).data ?? []
  const units = useQuery(managingUnitList({ search: search || undefined, size: 50, sort: 'name' })).data?.items ?? []

  const choices: Choice[] = [
    ...tree.filter(({ name }) => name.includes(search)),
    ...units.filter(unit => unit.id !== own.id).map(unit => ({ ...unit, tier: 'unit' as const })),
  ]
  return (
    <Select
      id={id}
      value={value}
      showSearch={{ filterOption: false, onSearch: setText }}
      notFoundContent={t('account.noOrganisation')}
      options={choices.map(choice => ({ value: choice.id, label: choice.name, choice }))}
      onChange={(chosen, option) => {
        setText('')
        onChange?.(chosen)
        if (!Array.isArray(option) && option) onChoose(option.choice)
      }}
    />
  )
}
