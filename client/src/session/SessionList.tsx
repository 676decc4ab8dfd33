import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { DateText } from '../ui/DateText.tsx'
import { notify } from '../ui/notices.tsx'
import { ProblemAlert } from '../ui/ProblemAlert.tsx'
import '../ui/table.css'
import { useEndSession, useSessions } from './session.ts'

/** Where my account is signed in; what I don't know, I end. */
export function SessionList() {
  const { t } = useTranslation('session')
  const { data, error } = useSessions()
  const end = useEndSession()

  const columns = ['sessions.device', 'sessions.address', 'sessions.startedAt', 'sessions.lastSeenAt']
  return (
    <div className="data-table">
      <ProblemAlert error={error ?? end.error} />
      <div className="data-table-scroll">
        <table>
          <caption className="visually-hidden">{t('sessions.title')}</caption>
          <thead>
            <tr>
              {columns.map(column => (
                <th key={column} scope="col">
                  {t(column)}
                </th>
              ))}
              <th scope="col">{t('sessions.action')}</th>
            </tr>
          </thead>
          <tbody>
            {data?.map(session => (
              <tr key={session.id}>
                <td className="heading">{deviceName(session.device)}</td>
                <td data-label={t('sessions.address')}>{session.address}</td>
                <td data-label={t('sessions.startedAt')}>
                  <DateText at={session.startedAt} />
                </td>
                <td data-label={t('sessions.lastSeenAt')}>
                  <DateText at={session.lastSeenAt} />
                </td>
                <td className="narrow">
                  {session.current ? (
                    <span className="tag tag-good">{t('sessions.current')}</span>
                  ) : (
                    <Button
                      size="small"
                      loading={end.isPending && end.variables === session.id}
                      onClick={() => end.mutate(session.id, { onSuccess: () => notify(t('sessions.ended')) })}
                    >
                      {t('sessions.end')}
                    </Button>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  )
}

// Browsers and systems name their ancestors too: the more particular name comes first.
const browsers = [
  ['Edg/', 'Edge'],
  ['Firefox/', 'Firefox'],
  ['Chrome/', 'Chrome'],
  ['Safari/', 'Safari'],
  ['curl/', 'curl'],
] as const
const systems = ['Windows', 'Android', 'iPhone', 'iPad', 'Mac OS X', 'Linux']

/** "Mozilla/5.0 (Windows NT 10.0; …) … Edg/140" says Edge on Windows; what is not recognised is shown as it came. */
function deviceName(agent: string): string {
  const browser = browsers.find(([sign]) => agent.includes(sign))?.[1]
  const system = systems.find(name => agent.includes(name))
  return browser ? [browser, system].filter(Boolean).join(' · ') : agent.slice(0, 60)
}
