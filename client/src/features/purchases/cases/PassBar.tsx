import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Schema } from '../../../api/client.ts'
import { can } from '../../../session/session.ts'
import { ConfirmButton } from '../../../ui/ConfirmButton.tsx'
import { notify } from '../../../ui/notices.tsx'
import { ProblemAlert } from '../../../ui/ProblemAlert.tsx'
import { useRefusalWords } from '../../../ui/useRefusalWords.ts'
import type { useSelectedRows } from '../../../ui/useSelectedRows.ts'
import { type CaseRow, type CaseState, type ReviewStep, usePassCases } from './api.ts'

const steps: { step: ReviewStep; permission: string; from: CaseState }[] = [
  { step: 'unit-review', permission: 'purchases.endorse', from: 'submitted' },
  { step: 'supervisor-review', permission: 'purchases.review', from: 'unitEndorsed' },
  { step: 'completeness', permission: 'purchases.convene', from: 'supervisorEndorsed' },
]

/** Which applications wait for me to pass them on. */
export const myStep = () => steps.find(({ permission }) => can(permission))

type Props = { selected: ReturnType<typeof useSelectedRows<CaseRow>> }

/** Comes up with the first chosen application: those that wait for me go on together, the rest stays and says why. */
export function PassBar({ selected }: Props) {
  const { t } = useTranslation('cases')
  const words = useRefusalWords()
  const mine = myStep()
  const pass = usePassCases(mine?.step ?? 'unit-review')
  const [refused, setRefused] = useState<Schema<'BulkRow'>[]>([])
  const able = selected.rows.filter(({ state }) => state === mine?.from)
  if (!mine) return null
  return (
    <>
      {refused.length > 0 && (
        <section className="panel" role="alert" aria-label={t('pass.refused', { count: refused.length })}>
          <p>{t('pass.refused', { count: refused.length })}</p>
          <ul>
            {refused.map(row => (
              <li key={row.id}>
                {row.name}: {words(row.code, row.message)}
              </li>
            ))}
          </ul>
          <Button onClick={() => setRefused([])}>{t('ui:close')}</Button>
        </section>
      )}
      {selected.rows.length > 0 && (
        <section className="bulk-bar" aria-label={t('pass.bar')}>
          <span role="status">{t('pass.chosen', { count: selected.rows.length })}</span>
          <Button type="link" onClick={selected.clear}>
            {t('pass.clear')}
          </Button>
          <ProblemAlert error={pass.error} />
          <span className="bulk-bar-commands">
            <ConfirmButton
              type="primary"
              title={t(`pass.${mine.step}`)}
              consequence={
                t(`pass.${mine.step}.text`, { count: able.length }) +
                (able.length < selected.rows.length
                  ? t('pass.left', { count: selected.rows.length - able.length })
                  : '')
              }
              confirmText={t('pass.confirm', { count: able.length })}
              {...(able.length === 0 ? { refusal: t('pass.none') } : {})}
              onConfirm={async () => {
                const report = await pass.mutateAsync(able)
                setRefused(report.rows.filter(({ done }) => !done))
                if (report.done > 0) notify(t('pass.done', { count: report.done }))
                selected.clear()
              }}
            >
              {t(`pass.${mine.step}`)}
            </ConfirmButton>
          </span>
        </section>
      )}
    </>
  )
}
