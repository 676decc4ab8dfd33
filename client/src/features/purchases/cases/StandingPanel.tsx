import { Alert } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Case } from './api.ts'

/** How the applicant stands, above everything else; red where it stands in the way. */
export function StandingPanel({ standing: { records, blocking, promises } }: { standing: Case['standing'] }) {
  const { t } = useTranslation('cases')
  return (
    <>
      <Alert
        className="check-state"
        type={blocking ? 'error' : records.length > 0 ? 'warning' : 'success'}
        showIcon
        role="status"
        title={t(blocking ? 'standing.blocked' : records.length > 0 ? 'standing.records' : 'standing.clean')}
        description={
          records.length > 0 && (
            <ul className="case-records">
              {records.map(record => (
                <li key={record.id}>
                  {t(`matter.${record.matter}`)}：{record.what} {record.decidedBy} {record.document}{' '}
                  {record.until
                    ? t('standing.until', { from: record.from, until: record.until })
                    : t('standing.open', { from: record.from })}
                </li>
              ))}
            </ul>
          )
        }
      />
      {promises.length > 0 && (
        <details className="panel" open={promises.some(promise => promise.overdue)}>
          <summary>
            {t('promises')} ({promises.length})
          </summary>
          <ul className="case-records">
            {promises.map(promise => (
              <li key={`${promise.name}${promise.decidedOn}${promise.dueOn}`}>
                {promise.name} · {promise.decidedOn}{' '}
                <span className={promise.overdue ? 'tag tag-bad' : 'tag'}>
                  {promise.metOn
                    ? t('promise.met', { day: promise.metOn })
                    : t(promise.overdue ? 'promise.overdue' : 'promise.open', { day: promise.dueOn })}
                </span>{' '}
                {t(promise.actualHours === null ? 'promise.promised' : 'promise.hours', {
                  promised: promise.promisedHours ?? '—',
                  external: promise.promisedExternalHours ?? '—',
                  year: promise.year,
                  actual: promise.actualHours ?? '—',
                  actualExternal: promise.actualExternalHours ?? '—',
                })}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}
