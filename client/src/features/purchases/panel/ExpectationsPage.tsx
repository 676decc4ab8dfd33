import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { can } from '../../../session/session.ts'
import { type Column, DataTable } from '../../../ui/DataTable.tsx'
import { DateText } from '../../../ui/DateText.tsx'
import { ExportMenu } from '../../../ui/ExportMenu.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { useListState } from '../../../ui/useListState.ts'
import { type Expectation, expectationList } from './api.ts'
import { ExpectationActions } from './ExpectationActions.tsx'
import { ExpectationTag } from './ExpectationTag.tsx'
import './panel.css'

const views = ['all', 'open', 'overdue', 'met', 'ended'] as const

/** What was granted, and whether it has come onto the platform. */
export function Component() {
  const { t } = useTranslation('cases')
  const list = useListState(['state'] as const, '')
  const { state } = list.filters
  const rows = useQuery(expectationList({ ...(state ? { state } : {}), page: list.page, size: list.size }))
  const columns: Column<Expectation>[] = [
    {
      key: 'instrument',
      title: t('column.instrument'),
      always: true,
      render: row => (
        <Link to={`/purchases/${row.caseId}`}>
          {row.nameZh} {row.model}
        </Link>
      ),
    },
    { key: 'unit', title: t('column.unit'), render: row => row.unitName },
    {
      key: 'state',
      title: t('column.state'),
      narrow: true,
      render: row => <ExpectationTag awaited={row} />,
    },
    { key: 'decidedOn', title: t('column.decidedOn'), narrow: true, render: row => <DateText at={row.decidedOn} /> },
    { key: 'dueOn', title: t('column.dueOn'), narrow: true, render: row => <DateText at={row.dueOn} /> },
    {
      key: 'metOn',
      title: t('column.metOn'),
      narrow: true,
      render: row =>
        row.instrumentId ? (
          <Link to={`/instruments/${row.instrumentId}`}>
            <DateText at={row.metOn} />
          </Link>
        ) : row.endedOn ? (
          <span title={row.endReason}>
            <DateText at={row.endedOn} /> {row.endReason}
          </span>
        ) : (
          <span className="absent">{t('ui:absent')}</span>
        ),
    },
    ...(can('purchases.convene')
      ? [{ key: 'end', title: t('column.actions'), render: (row: Expectation) => <ExpectationActions awaited={row} /> }]
      : []),
  ]
  return (
    <>
      <PageHeader title={t('expectations')} note={t('expectations.note')} />
      <nav className="views" aria-label={t('expectations.view')}>
        {views.map(view => (
          <button
            key={view}
            type="button"
            aria-current={(state ?? 'all') === view ? 'true' : undefined}
            onClick={() => list.filter({ state: view === 'all' ? undefined : view })}
          >
            {t(`expectation.${view}`)}
          </button>
        ))}
      </nav>
      <DataTable
        name="expectations"
        caption={t('expectations')}
        columns={columns}
        rowKey={({ id }) => id}
        list={list}
        query={rows}
        actions={
          <ExportMenu
            address="/api/purchase-review/expectations/export"
            query={state ? { state } : {}}
            total={rows.data?.total ?? 0}
          />
        }
        empty={{ title: t('expectations.empty'), text: t('expectations.emptyText') }}
      />
    </>
  )
}
