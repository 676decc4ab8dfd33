import { useTranslation } from 'react-i18next'
import type { DutyState } from './api.ts'

const looks: Record<DutyState, string> = {
  overdue: 'tag tag-bad',
  dueSoon: 'tag tag-waiting',
  due: 'tag',
  undated: 'tag',
  exempt: 'tag tag-good',
}

export const dutyStates = Object.keys(looks) as DutyState[]

export function DutyStateTag({ state }: { state: DutyState }) {
  const { t } = useTranslation('duties')
  return <span className={looks[state]}>{t(`state.${state}`)}</span>
}
