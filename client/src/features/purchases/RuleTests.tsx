import { useTranslation } from 'react-i18next'
import type { Schema } from '../../api/client.ts'
import { formatMoney } from '../../ui/money.ts'

const looks: Record<string, string> = { forPurchase: 'tag tag-good', against: 'tag tag-bad', unknown: 'tag' }

/** The rules of the purchase review with the numbers they were judged by (P-10). */
export function RuleTests({ tests }: { tests: Schema<'PurchaseTest'>[] }) {
  const { t } = useTranslation('purchases')
  return (
    <section className="panel" aria-labelledby="rule-tests">
      <h2 id="rule-tests">{t('tests')}</h2>
      <RuleList tests={tests} />
    </section>
  )
}

export function RuleList({ tests }: { tests: Schema<'PurchaseTest'>[] }) {
  const { t, i18n } = useTranslation('purchases')
  const money = (wan: number | null) => {
    const unit = i18n.language === 'en' ? 'yuan' : 'wan'
    return t(`ui:money.amount.${unit}`, { amount: formatMoney(Math.round((wan ?? 0) * 1_000_000), unit) })
  }
  return (
    <ul className="rule-tests">
      {tests.map(test => (
        <li key={test.code}>
          <span className={looks[test.outcome] ?? 'tag'}>{t(`outcome.${test.outcome}`)}</span>
          <span>
            {t([`test.${test.code}.${test.outcome}`, `test.${test.code}`], {
              value: test.value ?? 0,
              hours: test.threshold ?? 0,
              share: Math.round((test.threshold ?? 0) * 100),
              percent: Math.round((test.value ?? 0) * 100),
              judged: test.judged,
              without: test.without,
              name: test.text ?? '—',
              sum: money(test.value),
              line: money(test.threshold),
            })}
          </span>
          <small>{test.source}</small>
        </li>
      ))}
    </ul>
  )
}
