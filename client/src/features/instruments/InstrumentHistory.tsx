import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Schema } from '../../api/client.ts'
import { DateText } from '../../ui/DateText.tsx'
import { ProblemAlert } from '../../ui/ProblemAlert.tsx'
import type { instrumentHistory } from './api.ts'
import { DifferenceTable } from './DifferenceTable.tsx'
import { useFields } from './useFields.ts'

/** Every step of its life, newest first, with what it changed (I-4). */
export function InstrumentHistory({ of }: { of: (page: number) => ReturnType<typeof instrumentHistory> }) {
  const { t } = useTranslation('instruments')
  const [page, setPage] = useState(1)
  const { data, error } = useQuery(of(page))
  return (
    <section className="panel" aria-labelledby="history">
      <h2 id="history">{t('history.title')}</h2>
      <ProblemAlert error={error} />
      <ol className="history">
        {data?.items.map(step => (
          <Step key={step.version} step={step} />
        ))}
      </ol>
      {data && data.total > data.page * data.size && (
        <Button onClick={() => setPage(page + 1)}>{t('history.older')}</Button>
      )}
      {page > 1 && <Button onClick={() => setPage(page - 1)}>{t('history.newer')}</Button>}
    </section>
  )
}

function Step({ step }: { step: Schema<'RevisionRow'> }) {
  const { t } = useTranslation('instruments')
  const { label } = useFields()
  const first = step.changes.every(change => change.before === null)
  const difference = <DifferenceTable changes={step.changes} />
  return (
    <li>
      <div className="history-head">
        <strong>{t(`history.${step.action}`)}</strong>
        <DateText at={step.at} />
        <span className="unit">
          {step.by} · {step.organisation}
        </span>
      </div>
      {step.reason && <p className="history-reason">{step.reason}</p>}
      {step.remarks.length > 0 && (
        <ul className="remark-list">
          {step.remarks.map(remark => (
            <li key={remark.field + remark.text}>
              {remark.field && (
                <>
                  {label(remark.field)}
                  {t('colon')}
                </>
              )}
              {remark.text}
            </li>
          ))}
        </ul>
      )}
      {step.changes.length > 0 &&
        (first && step.changes.length > 5 ? (
          <details>
            <summary>{t('history.initial', { count: step.changes.length })}</summary>
            {difference}
          </details>
        ) : (
          difference
        ))}
    </li>
  )
}
