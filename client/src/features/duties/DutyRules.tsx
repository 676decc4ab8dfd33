import { useTranslation } from 'react-i18next'
import { MoneyText } from '../../ui/MoneyText.tsx'
import type { DutyOverview } from './api.ts'

/** The numbers that hold for me today, so that nobody has to guess why a row is here. */
export function DutyRules({ overview }: { overview: DutyOverview | undefined }) {
  const { t } = useTranslation('duties')
  if (!overview) return null
  const { thresholdFen, onboardingDays, knownThrough } = overview
  return (
    <>
      {t('rules.value')} <MoneyText fen={thresholdFen} /> {t('rules.days', { days: onboardingDays })}{' '}
      {t('rules.known', { year: knownThrough.slice(0, 4) })}
    </>
  )
}
