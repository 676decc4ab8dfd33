import { Alert } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Case } from './api.ts'

type Standing = Case['standing']

/** How the applicant stands, above everything else; red where it stands in the way. */
export function StandingPanel({ standing }: { standing: Standing }) {
  const { t } = useTranslation('cases')
  const { records, promises, grade, measures } = standing
  const [type, title] = verdictOn(standing)
  return (
    <>
      <Alert
        className="check-state"
        type={type}
        showIcon
        role="status"
        title={t(title)}
        description={
          <ul className="case-records">
            <li>
              {grade
                ? t('standing.grade', {
                    grade: t(`grade.${grade.grade}`),
                    year: grade.year,
                    by: grade.decidedBy,
                    document: grade.document,
                  })
                : t('standing.noGrade')}
            </li>
            {measures.map(measure => (
              <li key={`${measure.gradeId}${measure.kind}`}>
                {t(`standing.${measure.kind}${measure.kind === 'rectification' && measure.overdue ? 'Overdue' : ''}`, {
                  due: measure.due,
                })}{' '}
                {measure.kind === 'rectification' && measure.document}
              </li>
            ))}
            {records.map(record => (
              <li key={record.id}>
                {t(`matter.${record.matter}`)}：{record.what} {record.decidedBy} {record.document}{' '}
                {record.until
                  ? t('standing.until', { from: record.from, until: record.until })
                  : t('standing.open', { from: record.from })}
              </li>
            ))}
          </ul>
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
                    : promise.endedOn
                      ? t('promise.ended', { day: promise.endedOn })
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

function verdictOn({ blocking, restriction, records, measures }: Standing): ['error' | 'warning' | 'success', string] {
  if (blocking) return ['error', 'standing.blocked']
  if (restriction) return ['error', 'standing.restricted']
  if (records.length > 0) return ['warning', 'standing.records']
  if (measures.length > 0) return ['warning', 'standing.measures']
  return ['success', 'standing.clean']
}
