import { Select } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Column, MoneyUnit } from './api.ts'
import { useTargets } from './targets.ts'

type Props = { columns: Column[]; onChange: (columns: Column[]) => void }

export const moneyUnits: MoneyUnit[] = ['wanYuan', 'yuan']

/** Each column of the list: title, what stands in it, what it is taken for, how surely and why. */
export function ColumnTable({ columns, onChange }: Props) {
  const { t } = useTranslation('imports')
  const { options } = useTargets()
  const change = (index: number, patch: Partial<Column>) =>
    onChange(columns.map(column => (column.index === index ? { ...column, ...patch } : column)))

  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable by keyboard
    <section className="wizard-table columns-table" aria-label={t('mapping.columns')} tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('mapping.letter')}</th>
            <th scope="col">{t('mapping.columnTitle')}</th>
            <th scope="col">{t('mapping.samples')}</th>
            <th scope="col">{t('mapping.target')}</th>
            <th scope="col">{t('mapping.why')}</th>
          </tr>
        </thead>
        <tbody>
          {columns.map(column => (
            <tr key={column.index} className={column.fieldKey && column.fieldKey !== '-' ? undefined : 'column-left'}>
              <td className="number">{column.letter}</td>
              <th scope="row">{column.title || t('mapping.untitled')}</th>
              <td className="samples">
                {column.samples.map((sample, index) => (
                  <div key={index} title={sample}>
                    {sample}
                  </div>
                ))}
              </td>
              <td className="target">
                <Select
                  aria-label={t('mapping.targetOf', { title: column.title || column.letter })}
                  status={column.fieldKey === null && column.reason === 'unknown' ? 'warning' : ''}
                  placeholder={t('mapping.leftOut')}
                  value={column.fieldKey}
                  allowClear
                  showSearch={{ optionFilterProp: 'label' }}
                  options={options}
                  onChange={(fieldKey: string | undefined) =>
                    change(column.index, {
                      fieldKey: fieldKey ?? null,
                      moneyUnit: fieldKey === 'originalValueFen' ? (column.moneyUnit ?? 'wanYuan') : null,
                      transform: null,
                      confidence: 1,
                      reason: 'chosen',
                    })
                  }
                />
                {column.fieldKey === 'originalValueFen' && (
                  <Select
                    aria-label={t('mapping.moneyUnit')}
                    className="money-unit"
                    value={column.moneyUnit ?? 'wanYuan'}
                    options={moneyUnits.map(value => ({ value, label: t(`money.${value}`) }))}
                    onChange={moneyUnit => change(column.index, { moneyUnit })}
                  />
                )}
              </td>
              <td>
                <Why column={column} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** "title-misspelt:规格型号" is a reason and what it is about. */
function Why({ column: { reason, confidence, fieldKey, transform } }: { column: Column }) {
  const { t, i18n } = useTranslation('imports')
  const { name } = useTargets()
  const [kind = '', ...rest] = reason.split(':')
  const about = rest.join(':')
  const key = `reason.${kind}`
  const sure = confidence >= 0.85 ? 'high' : confidence >= 0.6 ? 'middle' : 'low'
  return (
    <>
      {fieldKey && fieldKey !== '-' && (
        <span className={sure === 'low' ? 'tag tag-waiting' : 'tag'}>{t(`confidence.${sure}`)}</span>
      )}{' '}
      <span className="field-note">
        {i18n.exists(`imports:${key}`) ? t(key, { about: kind === 'taken' ? name(about) : about }) : reason}
      </span>
      {transform && i18n.exists(`imports:transform.${transform}`) && (
        <div className="field-note">{t(`transform.${transform}`)}</div>
      )}
    </>
  )
}
