import { useTranslation } from 'react-i18next'
import type { Schema } from '../../api/client.ts'

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
  const { t } = useTranslation('purchases')
  return (
    <ul className="rule-tests">
      {tests.map(test => (
        <li key={test.code}>
          <span className={looks[test.outcome] ?? 'tag'}>{t(`outcome.${test.outcome}`)}</span>
          <span>
            {t(`test.${test.code}`, {
              value: test.value ?? 0,
              hours: test.threshold ?? 0,
              share: Math.round((test.threshold ?? 0) * 100),
              percent: Math.round((test.value ?? 0) * 100),
              judged: test.judged,
              without: test.without,
              name: test.text ?? '—',
            })}
          </span>
          <small>{test.source}</small>
        </li>
      ))}
    </ul>
  )
}
