import type { Schema } from '../api/client.ts'
import { PageLink } from './navigation.tsx'
import { OperatingState } from './OperatingState.tsx'
import { useText } from './text.ts'

export function CatalogueRow({ row }: { row: Schema<'CatalogueRow'> }) {
  const { language } = useText()
  const [name, otherName] = language === 'en' && row.nameEn ? [row.nameEn, row.nameZh] : [row.nameZh, row.nameEn]
  return (
    <li className="row">
      <h3>
        <PageLink href={`/catalogue/${row.id}`}>{name}</PageLink>
        <OperatingState status={row.operatingStatus} />
      </h3>
      <p className="row-model">{[otherName, row.model, row.manufacturer].filter(Boolean).join(' · ')}</p>
      <p className="row-place">{[row.className, row.unitName, row.regionName].filter(Boolean).join(' · ')}</p>
    </li>
  )
}
