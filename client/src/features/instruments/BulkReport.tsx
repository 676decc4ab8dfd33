import { Alert } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Schema } from '../../api/client.ts'
import { useRefusalWords } from '../../ui/useRefusalWords.ts'
import type { InstrumentRow } from './api.ts'

type Props = { report: Schema<'BulkReport'>; rows: InstrumentRow[]; done: string }

/** What a bulk command did, row by row: first what was refused, and why. */
export function BulkReport({ report, rows, done }: Props) {
  const { t } = useTranslation('instruments')
  const words = useRefusalWords()
  return (
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
                  <span className="tag tag-good">{done}</span>
                ) : (
                  <span className="bulk-refusal">{words(row.code, row.message)}</span>
                )}
              </td>
            </tr>
          ))}
      </BulkTable>
    </>
  )
}

export function WhichOne({ row }: { row: InstrumentRow | undefined }) {
  return <div className="field-note">{[row?.assetNumber, row?.model, row?.unitName].filter(Boolean).join(' · ')}</div>
}

export function BulkTable({ children }: { children: ReactNode }) {
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
