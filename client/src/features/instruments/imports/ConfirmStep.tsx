import { useQuery } from '@tanstack/react-query'
import { Alert, Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { ActionButton } from '../../../ui/ActionButton.tsx'
import { Pagination } from '../../../ui/Pagination.tsx'
import { ProblemAlert } from '../../../ui/ProblemAlert.tsx'
import { useListState } from '../../../ui/useListState.ts'
import { useUrlState } from '../../../ui/useUrlState.ts'
import { DifferenceTable } from '../DifferenceTable.tsx'
import { type Import, importRows, type Outcome, type Row, useCommitImport } from './api.ts'
import type { ImportStep } from './ImportSteps.tsx'
import { useFaultTexts } from './useFaultTexts.ts'

const outcomes: Outcome[] = ['create', 'change', 'leave', 'refuse', 'skipped']

type Props = { import: Import; onGo: (step: ImportStep) => void }

/** Step 5: what would come of it, row by row, before anything does. */
export function ConfirmStep({ import: list, onGo }: Props) {
  const { t } = useTranslation('imports')
  const { counts, version } = list
  const commit = useCommitImport(list.id)
  const effect = counts.create + counts.change
  const [{ outcome }, change] = useUrlState(['outcome', 'page'] as const)
  const open = outcomes.find(each => each === outcome) ?? outcomes.find(each => counts[each] > 0)

  const all =
    effect === 0
      ? { refusal: t('confirm.nothing') }
      : counts.refuse > 0
        ? { refusal: t('confirm.refused', { count: counts.refuse }) }
        : {}

  return (
    <>
      <section className="panel" aria-labelledby="confirm">
        <h2 id="confirm">{t('confirm.title')}</h2>
        <nav className="outcomes" aria-label={t('confirm.outcomes')}>
          {outcomes.map(each => (
            <button
              key={each}
              type="button"
              className={each === 'refuse' && counts.refuse > 0 ? 'outcome outcome-bad' : 'outcome'}
              aria-current={each === open ? 'true' : undefined}
              onClick={() => change({ outcome: each, page: undefined })}
            >
              <span className="outcome-count number">{counts[each].toLocaleString('en-US')}</span>
              {t(`outcome.${each}`)}
            </button>
          ))}
        </nav>
        {effect === 0 && <Alert type="info" showIcon title={t('confirm.nothing')} />}
        {counts.refuse > 0 && (
          <Alert
            type="warning"
            showIcon
            title={t('confirm.refused', { count: counts.refuse })}
            action={
              <Button size="small" onClick={() => onGo('faults')}>
                {t('confirm.mend')}
              </Button>
            }
          />
        )}
        <ProblemAlert error={commit.error} />
        <div className="form-actions">
          <ActionButton
            type={counts.refuse > 0 ? 'default' : 'primary'}
            {...all}
            loading={commit.isPending}
            onClick={() => commit.mutate({ mode: 'all', version })}
          >
            {t('confirm.all', { count: effect })}
          </ActionButton>
          {counts.refuse > 0 && effect > 0 && (
            <Button type="primary" loading={commit.isPending} onClick={() => commit.mutate({ mode: 'clean', version })}>
              {t('confirm.clean', { count: effect, refused: counts.refuse })}
            </Button>
          )}
        </div>
        <p className="field-note">{t('confirm.note')}</p>
      </section>
      {open && <OutcomeRows key={open} import={list} outcome={open} />}
    </>
  )
}

function OutcomeRows({ import: list, outcome }: { import: Import; outcome: Outcome }) {
  const { t } = useTranslation('imports')
  const paging = useListState([] as const, '')
  const { page, size } = paging.query
  const rows = useQuery(importRows(list.id, { outcome, page, size }))
  return (
    <section className="panel" aria-labelledby="outcome-rows" aria-busy={rows.isFetching}>
      <h2 id="outcome-rows">{t(`outcome.${outcome}.rows`)}</h2>
      <ProblemAlert error={rows.error} />
      <ul className="outcome-rows">
        {rows.data?.items.map(row => (
          <li key={row.number}>
            <OutcomeRow row={row} />
          </li>
        ))}
      </ul>
      {rows.data && <Pagination list={paging} shown={rows.data.items.length} total={rows.data.total} />}
    </section>
  )
}

function OutcomeRow({ row }: { row: Row }) {
  const { t } = useTranslation('imports')
  const words = useFaultTexts()
  const title = row.values.nameZh || t('mend.unnamed')
  return (
    <>
      <span className="number unit">{t('row', { number: row.number })}</span>{' '}
      {row.instrumentId ? <Link to={`/instruments/${row.instrumentId}`}>{title}</Link> : title}{' '}
      <span className="field-note">
        {[row.values.assetNumber, row.values.model, row.unitName].filter(Boolean).join(' · ')}
      </span>
      {row.outcome === 'change' && row.changes.length > 0 && <DifferenceTable changes={row.changes} />}
      {row.faults.length > 0 && (
        <ul className="remark-list">
          {row.faults.map(fault => (
            <li key={`${fault.code}${fault.fieldKey}`} className={`cell-${fault.severity}`}>
              {[fault.column, words(fault)].filter(Boolean).join(' · ')} {fault.content && <q>{fault.content}</q>}
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
