import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { DateText } from '../../ui/DateText.tsx'
import { unitHistory } from './changesApi.ts'
import './standing.css'

/** A unit's life in the names of the time: renamed, liaison changed (U-4), moved, merged, closed. */
export function UnitHistoryPanel({ unitId }: { unitId: string }) {
  const { t } = useTranslation('changes')
  const steps = useQuery(unitHistory(unitId)).data?.items
  return (
    <section className="panel" aria-labelledby="unit-history">
      <h2 id="unit-history">{t('history')}</h2>
      <ol className="standing">
        {steps?.map(step => (
          <li key={step.id}>
            <div className="standing-head">
              <DateText at={step.on} />
              <strong>{t(`event.${step.kind}`)}</strong>
              <span>{[step.before, step.after].filter(Boolean).join(' → ')}</span>
              {step.otherUnitId && <Link to={`/units/${step.otherUnitId}`}>{t('other')}</Link>}
            </div>
            <p className="note">
              {[step.decidedBy, step.reason].filter(Boolean).join(' · ')}
              {step.decidedBy && ' · '}
              {t('enteredBy', { by: step.by })} <DateText at={step.at} />
            </p>
          </li>
        ))}
      </ol>
    </section>
  )
}
