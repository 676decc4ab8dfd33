import { useTranslation } from 'react-i18next'

// Instants are told in the region's time, wherever the browser stands.
const clock = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'short' })

/** A day ("2020-12-31") as it is, an instant to the minute in China's time. */
export function DateText({ at }: { at: string | null | undefined }) {
  const { t } = useTranslation('ui')
  if (!at) return <span className="absent">{t('absent')}</span>
  return (
    <time className="number" dateTime={at}>
      {at.length > 10 ? clock.format(new Date(at)) : at}
    </time>
  )
}
