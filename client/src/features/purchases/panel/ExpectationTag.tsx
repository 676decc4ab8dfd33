import { useTranslation } from 'react-i18next'
import type { Expectation } from './api.ts'

/** Whether a granted instrument has come onto the platform. */
export function ExpectationTag({ awaited }: { awaited: Expectation }) {
  const { t } = useTranslation('cases')
  const state = awaited.metOn ? 'met' : awaited.endedOn ? 'ended' : awaited.overdue ? 'overdue' : 'open'
  const tags = { met: 'tag tag-good', ended: 'tag', overdue: 'tag tag-bad', open: 'tag tag-waiting' }
  return <span className={tags[state]}>{t(`expectation.${state}`)}</span>
}
