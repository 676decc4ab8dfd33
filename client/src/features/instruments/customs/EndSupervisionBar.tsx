import { Button, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Schema } from '../../../api/client.ts'
import { notify } from '../../../ui/notices.tsx'
import { ProblemAlert } from '../../../ui/ProblemAlert.tsx'
import { useRefusalWords } from '../../../ui/useRefusalWords.ts'
import type { useSelectedRows } from '../useSelectedRows.ts'
import { type SupervisedRow, useEndSupervision } from './customsApi.ts'

/** Takes the chosen instruments off supervision; those whose time is not over stay, and say why. */
export function EndSupervisionBar({ selected }: { selected: ReturnType<typeof useSelectedRows<SupervisedRow>> }) {
  const { t } = useTranslation('customs')
  const words = useRefusalWords()
  const end = useEndSupervision()
  const [asking, setAsking] = useState(false)
  const [refused, setRefused] = useState<Schema<'BulkRow'>[]>([])
  const count = selected.rows.length

  const run = async () => {
    const report = await end.mutateAsync(selected.rows)
    setAsking(false)
    setRefused(report.rows.filter(row => !row.done))
    if (report.done > 0) notify(t('end.done', { count: report.done }))
    selected.clear()
  }

  return (
    <>
      {count > 0 && (
        <section className="bulk-bar" aria-label={t('instruments:bulk.bar')}>
          <span role="status">{t('instruments:bulk.chosen', { count })}</span>
          <Button type="link" onClick={selected.clear}>
            {t('instruments:bulk.clear')}
          </Button>
          <span className="bulk-bar-commands">
            <Button type="primary" onClick={() => setAsking(true)}>
              {t('end')}
            </Button>
          </span>
        </section>
      )}
      <Modal
        open={asking}
        title={t('end')}
        okText={t('end.confirm', { count })}
        cancelText={t('ui:cancel')}
        confirmLoading={end.isPending}
        onOk={run}
        onCancel={() => setAsking(false)}
      >
        <p>{t('end.text')}</p>
        <ProblemAlert error={end.error} />
      </Modal>
      <Modal
        open={refused.length > 0}
        title={t('end.refused', { count: refused.length })}
        footer={<Button onClick={() => setRefused([])}>{t('ui:close')}</Button>}
        onCancel={() => setRefused([])}
      >
        <ul>
          {refused.map(row => (
            <li key={row.id}>
              {row.name}
              {t('instruments:colon')}
              {words(row.code, row.message)}
            </li>
          ))}
        </ul>
      </Modal>
    </>
  )
}
