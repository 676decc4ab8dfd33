import { Alert, Button, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { newKey } from '../../api/newKey.ts'
import { MoneyText } from '../../ui/MoneyText.tsx'
import { ProblemAlert } from '../../ui/ProblemAlert.tsx'
import { type BulkCommand, type InstrumentRow, type LifeCycle, useBulkCommand } from './api.ts'
import { BulkReport, BulkTable, WhichOne } from './BulkReport.tsx'
import { LifeCycleTag } from './LifeCycleTag.tsx'

const from: Record<BulkCommand, LifeCycle[]> = {
  submit: ['draft', 'returned'],
  withdraw: ['submitted'],
  approve: ['submitted'],
}

type Props = { command: BulkCommand; rows: InstrumentRow[]; onClose: (done: boolean) => void }

/** First what will happen to which rows, then what did happen, row by row. */
export function BulkDialog({ command, rows, onClose }: Props) {
  const { t } = useTranslation('instruments')
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
        <BulkReport report={report} rows={rows} done={t(`bulk.${command}.done`)} />
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
