import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { DateText } from '../../../ui/DateText.tsx'
import { ExpectationActions } from '../panel/ExpectationActions.tsx'
import { ExpectationTag } from '../panel/ExpectationTag.tsx'
import type { Case } from './api.ts'

/** What was granted, piece by piece, and what came of it. */
export function GrantedPanel({ granted }: { granted: Case['granted'] }) {
  const { t } = useTranslation('cases')
  if (granted.length === 0) return null
  return (
    <section className="panel" aria-labelledby="granted">
      <h2 id="granted">{t('granted.title')}</h2>
      <ul className="case-records">
        {granted.map(awaited => (
          <li key={awaited.id}>
            {[awaited.nameZh, awaited.model, granted.length > 1 && t('expectation.piece', { piece: awaited.piece })]
              .filter(Boolean)
              .join(' ')}{' '}
            <ExpectationTag awaited={awaited} />{' '}
            {awaited.instrumentId ? (
              <Link to={`/instruments/${awaited.instrumentId}`}>
                <DateText at={awaited.metOn} />
              </Link>
            ) : awaited.endedOn ? (
              t('expectation.ended.line', { day: awaited.endedOn, reason: awaited.endReason, by: awaited.endedBy })
            ) : (
              t('expectation.due', { day: awaited.dueOn })
            )}{' '}
            <ExpectationActions awaited={awaited} />
          </li>
        ))}
      </ul>
    </section>
  )
}
