import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { DateText } from '../../ui/DateText.tsx'
import { notify } from '../../ui/notices.tsx'
import { ProblemAlert } from '../../ui/ProblemAlert.tsx'
import '../../ui/table.css'
import { deadLetters, useRedeliver } from './api.ts'

/** News between modules that could not be delivered: seen, and sent again once the cause is gone. */
export function DeadLetters() {
  const { t } = useTranslation('operations')
  const { data: letters, error } = useQuery(deadLetters)
  const redeliver = useRedeliver()
  const columns = ['letters.type', 'letters.occurredAt', 'letters.attempts', 'letters.error', 'jobs.action']
  return (
    <section className="panel dead-letters" aria-labelledby="dead-letters">
      <h2 id="dead-letters">{t('letters.title')}</h2>
      <ProblemAlert error={error ?? redeliver.error} />
      {letters?.length === 0 && <p>{t('letters.none')}</p>}
      {letters && letters.length > 0 && (
        <div className="data-table">
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable by keyboard */}
          <section className="data-table-scroll" aria-label={t('letters.title')} tabIndex={0}>
            <table>
              <caption className="visually-hidden">{t('letters.title')}</caption>
              <thead>
                <tr>
                  {columns.map(column => (
                    <th key={column} scope="col">
                      {t(column)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {letters.map(letter => (
                  <tr key={`${letter.module}${letter.sequence}`}>
                    <td className="heading">
                      {t(`module.${letter.module}`)} · {letter.type.split('.').at(-1)}
                    </td>
                    <td data-label={t('letters.occurredAt')}>
                      <DateText at={letter.occurredAt} />
                    </td>
                    <td data-label={t('letters.attempts')}>{letter.attempts}</td>
                    <td data-label={t('letters.error')}>{letter.error}</td>
                    <td className="narrow">
                      <Button
                        size="small"
                        onClick={() => redeliver.mutate(letter, { onSuccess: () => notify(t('letters.redelivered')) })}
                      >
                        {t('letters.redeliver')}
                      </Button>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
        </div>
      )}
    </section>
  )
}
