import { useTranslation } from 'react-i18next'
import type { ExemptionReason, ExemptionState } from './api.ts'

const looks: Record<ExemptionState, string> = {
  submitted: 'tag tag-waiting',
  returned: 'tag tag-bad',
  endorsed: 'tag tag-waiting',
  filed: 'tag tag-good',
  refused: 'tag tag-bad',
  withdrawn: 'tag',
  ended: 'tag',
}

export const exemptionStates = Object.keys(looks) as ExemptionState[]

export const exemptionReasons: ExemptionReason[] = [
  'outdated',
  'onlineTesting',
  'accessory',
  'inCommissioning',
  'regionalCategory',
  'classified',
]

/** On record, but over by its own last day: it does not count any more, and looks so. */
export function ExemptionStateTag({ state, lapsed = false }: { state: ExemptionState; lapsed?: boolean }) {
  const { t } = useTranslation('exemptions')
  return <span className={lapsed ? 'tag' : looks[state]}>{t(lapsed ? 'lapsed' : `state.${state}`)}</span>
}
