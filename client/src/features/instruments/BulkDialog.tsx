import { Alert, Button, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { newKey } from '../../api/newKey.ts'
import { MoneyText } from '../../ui/MoneyText.tsx'
import { ProblemAlert } from '../../ui/ProblemAlert.tsx'
import { type BulkCommand, type InstrumentRow, type LifeCycle, useBulkCommand } from './api.ts'
import { LifeCycleTag } from './LifeCycleTag.tsx'
import { useRefusalWords } from './useRefusalWords.ts'

const from: Record<BulkCommand, LifeCycle[]> = {
  submit: ['draft', 'returned'],
  withdraw: ['submitted'],
  approve: ['submitted'],
}

type Props = { command: BulkCommand; rows: InstrumentRow[]; onClose: (done: boolean) => void }

/** First what will happen to which rows, then what did happen, row by row. */
export function BulkDialog({ command, rows, onClose }: Props) {
  const { t } = useTranslation('instruments')
  const words = useRefusalWords()
  const run = useBulkCommand(command)
  const [key] = useState(newKey)
  const able = rows.filter(row => from[command].includes(row.lifeCycle))
  const unable = rows.filter(row => !able.includes(row))
  const report = run.data
  const counted = { count: able.length }

  const footer = report ? (
    <Button type="primary" onClick={() => onClose(true)}>
      {t('bulk.close')}
    </Button>
  ) : (
    <>
      <Button onClick={() => onClose(false)}>{t('cancel')}</Button>
      <Button
        type="primary"
        disabled={able.length === 0}
        loading={run.isPending}
        onClick={() => run.mutate({ items: able, key })}
      >
        {t(`bulk.${command}.confirm`, counted)}
      </Button>
    </>
  )

  return (
    <Modal
      open
      title={t(report ? `bulk.${command}.report` : `bulk.${command}.title`)}
      width={760}
      footer={footer}
      onCancel={() => onClose(report !== undefined)}
    >
      {report ? (
        <>
          <Alert
            type={report.refused > 0 ? 'warning' : 'success'}
            showIcon
            role="status"
            title={t('bulk.reported', { done: report.done, refused: report.refused })}
          />
          <BulkTable>
            {[...report.rows]
              .sort((a, b) => Number(a.done) - Number(b.done))
              .map(row => (
                <tr key={row.id}>
                  <td>
                    <Link to={`/instruments/${row.id}`}>{row.name ?? t('unnamed')}</Link>
                    <WhichOne row={rows.find(({ id }) => id === row.id)} />
                  </td>
                  <td>
                    {row.done ? (
                      <span className="tag tag-good">{t(`bulk.${command}.done`)}</span>
                    ) : (
                      <span className="bulk-refusal">{words(row.code, row.message)}</span>
                    )}
                  </td>
                </tr>
              ))}
          </BulkTable>
        </>
      ) : (
        <>
          <p>{t(`bulk.${command}.text`, counted)}</p>
          {unable.length > 0 && (
            <Alert type="warning" showIcon title={t(`bulk.${command}.unable`, { count: unable.length })} />
          )}
          <ProblemAlert error={run.error} />
          <BulkTable>
            {[...able, ...unable].map(row => (
              <tr key={row.id} className={able.includes(row) ? undefined : 'bulk-left'}>
                <td>
                  {row.nameZh ?? t('unnamed')}
                  <WhichOne row={row} />
                </td>
                <td className="right">
                  <MoneyText fen={row.originalValueFen} />
                </td>
                <td>
                  <LifeCycleTag lifeCycle={row.lifeCycle} />
                </td>
              </tr>
            ))}
          </BulkTable>
        </>
      )}
    </Modal>
  )
}

function WhichOne({ row }: { row: InstrumentRow | undefined }) {
  return <div className="field-note">{[row?.assetNumber, row?.model, row?.unitName].filter(Boolean).join(' · ')}</div>
}

function BulkTable({ children }: { children: React.ReactNode }) {
  const { t } = useTranslation('instruments')
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className="bulk-rows" aria-label={t('bulk.rows')} tabIndex={0}>
      <table>
        <tbody>{children}</tbody>
      </table>
    </section>
  )
}
