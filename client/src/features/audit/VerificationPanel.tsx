import { useQuery } from '@tanstack/react-query'
import { Alert, Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Schema } from '../../api/client.ts'
import { DateText } from '../../ui/DateText.tsx'
import { ProblemAlert } from '../../ui/ProblemAlert.tsx'
import { type AuditedModule, useVerify, verification } from './api.ts'
import { useActionWords } from './useActionWords.ts'

type Verdict = Schema<'AuditVerdict'>
type Fault = Schema<'AuditFault'>

/** Walks the whole chain of a module's trail and says which line was changed, removed or slipped in. */
export function VerificationPanel({ module }: { module: AuditedModule }) {
  const { t } = useTranslation('audit')
  const { data: latest, error } = useQuery(verification(module))
  const verify = useVerify(module)
  const running = latest?.state === 'waiting' || latest?.state === 'running'
  return (
    <section className="panel audit-verification" aria-labelledby="verification">
      <div className="audit-verification-head">
        <div>
          <h2 id="verification">{t('verify.title', { module: t(`module.${module}`) })}</h2>
          <p className="field-note">{t('verify.note')}</p>
        </div>
        <Button loading={verify.isPending || running} onClick={() => verify.mutate()}>
          {t('verify.start')}
        </Button>
      </div>
      <ProblemAlert error={error ?? verify.error} />
      <div aria-live="polite">
        {running && (
          <p className="job-progress">
            <progress value={latest.done} max={Math.max(latest.total, 1)} aria-label={t('verify.running')} />
            {t('verify.progress', { done: number(latest.done), total: number(latest.total) })}
          </p>
        )}
        {latest?.verdict && <VerdictText verdict={latest.verdict} by={latest.by} at={latest.finishedAt} />}
        {(latest?.state === 'failed' || latest?.state === 'cancelled') && (
          <Alert type="warning" showIcon title={t('verify.unfinished')} />
        )}
      </div>
    </section>
  )
}

function VerdictText({ verdict, by, at }: { verdict: Verdict; by: string; at: string | null }) {
  const { t } = useTranslation('audit')
  return (
    <>
      <Alert
        type={verdict.holds ? 'success' : 'error'}
        showIcon
        title={
          verdict.holds
            ? t('verify.holds', { lines: number(verdict.lines) })
            : t('verify.broken', { lines: number(verdict.lines), faults: number(verdict.faultCount) })
        }
        description={
          <>
            {by} · <DateText at={at} />
            {verdict.known && ` · ${t('verify.known', { place: number(verdict.known.place) })}`}
            {verdict.notSealed > 0 && ` · ${t('verify.notSealed', { lines: number(verdict.notSealed) })}`}
          </>
        }
      />
      {!verdict.holds && (
        <ul className="audit-faults">
          {verdict.faults.map(fault => (
            <FaultText key={`${fault.kind}${fault.from}`} fault={fault} />
          ))}
          {verdict.faultCount > verdict.faults.length && (
            <li>{t('verify.moreFaults', { faults: number(verdict.faultCount - verdict.faults.length) })}</li>
          )}
        </ul>
      )}
    </>
  )
}

function FaultText({ fault }: { fault: Fault }) {
  const { t } = useTranslation('audit')
  const words = useActionWords()
  const places = fault.from === fault.to ? number(fault.from) : `${number(fault.from)}–${number(fault.to)}`
  return (
    <li>
      <span className="tag tag-bad">{t(`fault.${fault.kind}`)}</span> {t('verify.place', { places })}
      {fault.action && (
        <>
          {' · '}
          <DateText at={fault.at} /> · {fault.accountName} · {words(fault.action)}
        </>
      )}
    </li>
  )
}

const number = (value: number) => value.toLocaleString('en-US')
