import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { MoneyText } from '../../ui/MoneyText.tsx'
import { ProblemAlert } from '../../ui/ProblemAlert.tsx'
import { thresholdPreview } from './api.ts'

/** Which instruments another threshold would bring under the duty to open, or release from it. */
export function ThresholdPreview({ thresholdFen, on }: { thresholdFen: number; on: string }) {
  const { t } = useTranslation('policies')
  const [page, setPage] = useState(1)
  const { data, error } = useQuery(thresholdPreview(thresholdFen, on, page))
  if (error) return <ProblemAlert error={error} />
  if (!data) return null
  const { affected, byUnit, enter } = data
  const last = Math.max(1, Math.ceil(affected.total / affected.size))

  return (
    <section className="policies-preview" aria-label={t('preview')}>
      <p role="status">
        {affected.total === 0
          ? t('preview.nothing')
          : t(enter ? 'preview.enter' : 'preview.leave', {
              count: affected.total,
              units: byUnit.length,
              more: byUnit.length === 50 ? '+' : '',
            })}
      </p>
      <ul>
        {affected.items.map(({ id, nameZh, model, unitName, originalValueFen }) => (
          <li key={id}>
            <Link to={`/instruments/${id}`} target="_blank">
              {nameZh ?? model ?? id}
            </Link>{' '}
            <MoneyText fen={originalValueFen} /> <span className="policies-rule">{unitName}</span>
          </li>
        ))}
      </ul>
      {last > 1 && (
        <div>
          <Button size="small" disabled={page <= 1} onClick={() => setPage(page - 1)}>
            {t('previous')}
          </Button>{' '}
          {page} / {last}{' '}
          <Button size="small" disabled={page >= last} onClick={() => setPage(page + 1)}>
            {t('next')}
          </Button>
        </div>
      )}
    </section>
  )
}
