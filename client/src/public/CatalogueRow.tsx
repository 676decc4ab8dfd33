import type { CatalogueItem } from './contract.ts'
import { PageLink } from './navigation.tsx'
import { useText } from './text.ts'

export function CatalogueRow({ row }: { row: CatalogueItem }) {
  const { t, language } = useText()
  const [name, otherName] = language === 'en' && row.nameEn ? [row.nameEn, row.nameZh] : [row.nameZh, row.nameEn]
  return (
    <li className="row">
      <h3>
        <PageLink href={`/catalogue/${row.id}`}>{name}</PageLink>
        <span className={row.operatingStatus === 'inService' ? 'state state-good' : 'state'}>
          {t(`operatingStatus.${row.operatingStatus}`)}
        </span>
      </h3>
      <p className="row-model">{[otherName, row.model, row.manufacturer].filter(Boolean).join(' · ')}</p>
      <p className="row-place">{[row.className, row.unitName, row.regionName].filter(Boolean).join(' · ')}</p>
    </li>
  )
}
