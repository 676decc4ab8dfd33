import './openRate.css'
import type { Schema } from '../api/client.ts'
import { formatMoney } from '../ui/money.ts'
import { useAnswer } from './ask.ts'
import { PageLink, useAddress } from './navigation.tsx'
import { useText } from './text.ts'
import { usePageTitle } from './usePageTitle.ts'

const clock = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'short' })
const columns = ['openRate', 'inTimeRate', 'overdue', 'open', 'mustOpen'] as const

/** How many of the instruments that must be open are, and were so in time; from the region down to the unit (I-5). */
export function OpenRatePage() {
  const { t, language } = useText()
  const within = useAddress().search.get('within')
  const { data, error, loading } = useAnswer<Schema<'OpenRateAnswer'>>(
    `/api/instruments/duties/open-rate${within ? `?within=${encodeURIComponent(within)}` : ''}`,
  )
  usePageTitle(t('openRate.title'))
  const rule = data?.rows[0]

  return (
    <article className="open-rate" aria-busy={loading}>
      <h1>{t('openRate.title')}</h1>
      <p>
        {t('openRate.purpose')}{' '}
        {rule &&
          t('openRate.rules', {
            amount: t('money', { amount: formatMoney(rule.thresholdFen, language === 'en' ? 'yuan' : 'wan', 0) }),
            days: rule.onboardingDays,
          })}
      </p>
      {data && data.above.length > 0 && (
        <nav className="open-rate-path" aria-label={t('openRate.name')}>
          {within && <PageLink href="/open-rate">{t('openRate.all')}</PageLink>}
          {data.above.map(({ id, name }, at) => (
            <span key={id}>
              {at < data.above.length - 1 ? <PageLink href={`/open-rate?within=${id}`}>{name}</PageLink> : name}
            </span>
          ))}
        </nav>
      )}
      {error && (
        <p role="alert" className="fault">
          {t(error.status === 404 ? 'openRate.notFound' : 'failed')}
        </p>
      )}
      {!data && !error && <div className="skeleton" />}
      {data?.rows.length === 0 && <p>{t('openRate.none')}</p>}
      {data && data.rows.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable by keyboard
        <section className="open-rate-scroll" aria-label={t('openRate.title')} tabIndex={0}>
          <table>
            <thead>
              <tr>
                <th scope="col">{t('openRate.name')}</th>
                {columns.map(column => (
                  <th key={column} scope="col">
                    {t(`openRate.${column}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              <tr className="open-rate-total">
                <th scope="row">{t('openRate.total')}</th>
                <Figures tally={data.total} />
              </tr>
              {data.rows.map(row => (
                <tr key={row.id}>
                  <th scope="row">
                    {row.unit ? row.name : <PageLink href={`/open-rate?within=${row.id}`}>{row.name}</PageLink>}
                  </th>
                  <Figures tally={row.tally} />
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      {data && <p className="open-rate-meaning">{t('openRate.meaning', { at: clock.format(new Date(data.at)) })}</p>}
    </article>
  )
}

function Figures({ tally }: { tally: Schema<'OpenTally'> }) {
  const shown = (column: (typeof columns)[number]) => {
    const value = tally[column]
    if (value === null || value === undefined) return '—'
    return column === 'openRate' || column === 'inTimeRate'
      ? `${(100 * value).toFixed(1)} %`
      : value.toLocaleString('en-US')
  }
  return columns.map(column => (
    <td key={column} className="number">
      {shown(column)}
    </td>
  ))
}
