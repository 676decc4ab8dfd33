import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ProblemAlert } from '../../ui/ProblemAlert.tsx'
import { allMatching, type BulkCommand, bulkLimit, type InstrumentQuery, type InstrumentRow } from './api.ts'
import { BulkDialog } from './BulkDialog.tsx'
import type { useSelectedRows } from './useSelectedRows.ts'

type Props = {
  commands: readonly BulkCommand[]
  selected: ReturnType<typeof useSelectedRows<InstrumentRow>>
  query: InstrumentQuery
  total: number
}

/** Comes up with the first chosen row and says what can be done with all of them. */
export function BulkBar({ commands, selected, query, total }: Props) {
  const { t } = useTranslation('instruments')
  const [running, setRunning] = useState<{ command: BulkCommand; rows: InstrumentRow[] }>()
  const [choosing, setChoosing] = useState(false)
  const [problem, setProblem] = useState<unknown>()
  const chosen = selected.rows.length

  const chooseAll = async () => {
    setChoosing(true)
    setProblem(undefined)
    try {
      selected.choose(await allMatching(query))
    } catch (error) {
      setProblem(error)
    } finally {
      setChoosing(false)
    }
  }

  return (
    <>
      {chosen > 0 && (
        <section className="bulk-bar" aria-label={t('bulk.bar')}>
          <span role="status">{t('bulk.chosen', { count: chosen })}</span>
          {chosen < Math.min(total, bulkLimit) && (
            <Button type="link" loading={choosing} onClick={chooseAll}>
              {total > bulkLimit ? t('bulk.chooseFirst', { count: bulkLimit }) : t('bulk.chooseAll', { count: total })}
            </Button>
          )}
          <Button type="link" onClick={selected.clear}>
            {t('bulk.clear')}
          </Button>
          <ProblemAlert error={problem} />
          <span className="bulk-bar-commands">
            {commands.map(command => (
              <Button
                key={command}
                type={command === 'withdraw' ? 'default' : 'primary'}
                disabled={chosen > bulkLimit}
                onClick={() => setRunning({ command, rows: selected.rows })}
              >
                {t(`bulk.${command}`)}
              </Button>
            ))}
          </span>
        </section>
      )}
      {running && (
        <BulkDialog
          {...running}
          onClose={done => {
            setRunning(undefined)
            if (done) selected.clear()
          }}
        />
      )}
    </>
  )
}
