import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

type Fact = { label: string; value: ReactNode; wide?: boolean }

/** What is known of one thing, as label and value; what is not known says so. */
export function Facts({ facts }: { facts: Fact[] }) {
  const { t } = useTranslation('ui')
  return (
    <dl className="facts">
      {facts.map(({ label, value, wide }) => (
        <div key={label} className={wide ? 'fact fact-wide' : 'fact'}>
          <dt>{label}</dt>
          <dd>
            {value === null || value === undefined || value === '' ? (
              <span className="absent">{t('absent')}</span>
            ) : (
              value
            )}
          </dd>
        </div>
      ))}
    </dl>
  )
}
