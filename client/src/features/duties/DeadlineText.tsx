import { useTranslation } from 'react-i18next'
import { DateText } from '../../ui/DateText.tsx'

type Props = { dueOn: string | null; provisional: boolean }

/** The last day; one that lies beyond the last holiday notice says that it may still move. */
export function DeadlineText({ dueOn, provisional }: Props) {
  const { t } = useTranslation('duties')
  return (
    <>
      <DateText at={dueOn} />
      {provisional && (
        <span className="duties-provisional" title={t('provisional.why')}>
          {t('provisional')}
        </span>
      )}
    </>
  )
}

/** 余 3 个工作日, 逾期 12 个工作日. */
export function DaysLeft({ days }: { days: number | null }) {
  const { t } = useTranslation('duties')
  if (days === null) return <span className="absent">{t('ui:absent')}</span>
  return <span className="number">{days < 0 ? t('daysOver', { count: -days }) : t('daysLeft', { count: days })}</span>
}
