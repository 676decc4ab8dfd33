import { useTranslation } from 'react-i18next'
import type { CaseState } from './api.ts'

export const caseStates: CaseState[] = [
  'draft',
  'submitted',
  'unitEndorsed',
  'supervisorEndorsed',
  'complete',
  'underReview',
  'inDiscussion',
  'decided',
  'objected',
  'returned',
  'withdrawn',
]

const looks: Partial<Record<CaseState, string>> = {
  submitted: 'tag tag-waiting',
  unitEndorsed: 'tag tag-waiting',
  supervisorEndorsed: 'tag tag-waiting',
  complete: 'tag tag-waiting',
  underReview: 'tag tag-waiting',
  inDiscussion: 'tag tag-waiting',
  objected: 'tag tag-bad',
  decided: 'tag tag-good',
  returned: 'tag tag-bad',
}

export function CaseStateTag({ state }: { state: CaseState }) {
  const { t } = useTranslation('cases')
  return <span className={looks[state] ?? 'tag'}>{t(`state.${state}`)}</span>
}

const bands: Record<string, string> = {
  sameModel: 'tag tag-bad',
  sameKind: 'tag tag-waiting',
  near: 'tag',
  none: 'tag tag-good',
}

/** How near the nearest hit is: in words, not in colour alone. */
export function BandTag({ band }: { band: string }) {
  const { t } = useTranslation('purchases')
  return <span className={bands[band] ?? 'tag'}>{t(`band.${band}`)}</span>
}

const outcomes: Record<string, string> = {
  passed: 'tag tag-good',
  adjusted: 'tag tag-waiting',
  rejected: 'tag tag-bad',
}

/** 通过, 调整, 不予通过 (P-7). */
export function OutcomeTag({ outcome }: { outcome: string }) {
  const { t } = useTranslation('panel')
  return <span className={outcomes[outcome] ?? 'tag'}>{t(`outcome.${outcome}`)}</span>
}
