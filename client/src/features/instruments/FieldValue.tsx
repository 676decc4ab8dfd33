import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { DateText } from '../../ui/DateText.tsx'
import { MoneyText } from '../../ui/MoneyText.tsx'
import { classification, regions } from './api.ts'
import { type Field, useFields } from './useFields.ts'

type Props = { field: Field | undefined; value: unknown }

/** A field's value as people read it: money with its unit, names for codes. */
export function FieldValue({ field, value }: Props) {
  const { t } = useTranslation(['instruments', 'ui'])
  const { disciplines } = useFields()
  if (value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0))
    return <span className="absent">{t('ui:absent')}</span>

  const codeName = (code: unknown) => t(`code.${field?.key}.${code}`)
  switch (field?.kind) {
    case 'money':
      return <MoneyText fen={Number(value)} />
    case 'date':
      return <DateText at={String(value)} />
    case 'hours':
      return (
        <span className="number">
          {Number(value).toLocaleString('en-US')} <span className="unit">{t('hours')}</span>
        </span>
      )
    case 'area':
      return (
        <span className="number">
          {Number(value).toLocaleString('en-US')} <span className="unit">㎡</span>
        </span>
      )
    case 'webAddress':
      return (
        <a href={String(value)} rel="noreferrer" target="_blank">
          {String(value)}
        </a>
      )
    case 'flag':
      return t(value ? 'flag.yes' : 'flag.no')
    case 'choice':
      return codeName(value)
    case 'choices':
      return (value as string[]).map(codeName).join(t('comma'))
    case 'discipline':
      return (value as string[])
        .map(code => disciplines.find(discipline => discipline.code === code)?.name ?? code)
        .join(t('comma'))
    case 'classCode':
      return <ClassName code={String(value)} />
    case 'region':
      return <RegionName code={String(value)} />
    default:
      return String(value)
  }
}

/** "分析仪器 / 电子光学仪器 / 扫描电镜 010102" */
export function ClassName({ code, short = false }: { code: string; short?: boolean }) {
  const { i18n } = useTranslation()
  const classes = useQuery(classification()).data
  const path = classes
    ? [`${code.slice(0, 2)}0000`, `${code.slice(0, 4)}00`, code]
        .filter((each, index, all) => all.indexOf(each) === index)
        .flatMap(each => classes.find(row => row.code === each) ?? [])
        .map(row => (i18n.language === 'en' && row.nameEn) || row.nameZh)
    : []
  const name = short ? path.at(-1) : path.join(' / ')
  return (
    <span title={short ? path.join(' / ') : undefined}>
      {name} <span className="number unit">{code}</span>
    </span>
  )
}

function RegionName({ code }: { code: string }) {
  const known = useQuery(regions).data
  const region = known?.find(each => each.code === code)
  const above = known?.find(each => each.code === region?.parentCode && each.level !== 'province')
  return region ? [above?.name, region.name].filter(Boolean).join(' ') : code
}
