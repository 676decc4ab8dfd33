import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { can, useAccount } from '../../../session/session.ts'
import { type Column, DataTable } from '../../../ui/DataTable.tsx'
import { DateText } from '../../../ui/DateText.tsx'
import { ExportMenu } from '../../../ui/ExportMenu.tsx'
import { SearchFilter } from '../../../ui/filters.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { useListState } from '../../../ui/useListState.ts'
import '../instruments.css'
import { UnitFilter } from '../registry/UnitFilter.tsx'
import { useSelectedRows } from '../useSelectedRows.ts'
import { CustomsStateTag } from './CustomsStateTag.tsx'
import { customsStates, type SupervisedQuery, type SupervisedRow, supervisedList } from './customsApi.ts'
import { EndSupervisionBar } from './EndSupervisionBar.tsx'

const filters = ['state', 'unitId', 'search'] as const

/** The duty-free imports that customs supervise, and until when (I-3). */
export function Component() {
  const { t } = useTranslation('customs')
  const ownUnit = useAccount().organisation.tier === 'unit'
  const list = useListState(filters, 'until')
  const { state, unitId, search } = list.filters
  const query = list.query as SupervisedQuery
  const supervised = useQuery(supervisedList(query))
  const selected = useSelectedRows(supervised.data?.items)
  const ends = can('instruments.edit')

  return (
    <>
      <PageHeader title={t('title')} note={t('note')} />
      <nav className="views" aria-label={t('views')}>
        {([undefined, ...customsStates] as const).map(view => (
          <button
            key={view ?? 'all'}
            type="button"
            aria-current={state === view ? 'true' : undefined}
            onClick={() => list.filter({ state: view })}
          >
            {t(`state.${view ?? 'all'}`)}
          </button>
        ))}
      </nav>
      <DataTable
        name="customs"
        caption={t('title')}
        columns={useColumns(ownUnit)}
        rowKey={({ id }) => id}
        list={list}
        query={supervised}
        {...(ends ? { selection: selected.selection } : {})}
        empty={{ title: t('empty.title'), text: t('empty.text') }}
        actions={
          <ExportMenu address="/api/instruments/customs/export" query={query} total={supervised.data?.total ?? 0} />
        }
        filters={
          <>
            <SearchFilter
              label={t('filter.search')}
              value={search}
              onChange={value => list.filter({ search: value })}
            />
            {!ownUnit && <UnitFilter value={unitId} onChange={value => list.filter({ unitId: value })} />}
          </>
        }
      />
      <EndSupervisionBar selected={selected} />
    </>
  )
}

function useColumns(ownUnit: boolean): Column<SupervisedRow>[] {
  const { t } = useTranslation('customs')
  const unit: Column<SupervisedRow> = {
    key: 'unit',
    title: t('column.unit'),
    sort: 'unitName',
    render: row => row.unitName,
  }
  return [
    {
      key: 'name',
      title: t('column.name'),
      sort: 'nameZh',
      always: true,
      render: ({ id, nameZh }) => (
        <Link to={`/instruments/${id}?tab=customs`}>{nameZh ?? t('instruments:unnamed')}</Link>
      ),
    },
    { key: 'model', title: t('column.model'), hidden: true, render: row => row.model },
    {
      key: 'assetNumber',
      title: t('column.assetNumber'),
      narrow: true,
      render: row => <span className="number">{row.assetNumber}</span>,
    },
    ...(ownUnit ? [] : [unit]),
    {
      key: 'declaration',
      title: t('column.declaration'),
      narrow: true,
      render: row => <span className="number">{row.declarationNumber}</span>,
    },
    { key: 'releasedOn', title: t('column.releasedOn'), narrow: true, render: row => <DateText at={row.releasedOn} /> },
    {
      key: 'until',
      title: t('column.until'),
      sort: 'until',
      narrow: true,
      render: row => <DateText at={row.until} />,
    },
    { key: 'state', title: t('column.state'), narrow: true, render: row => <CustomsStateTag state={row.state} /> },
    {
      key: 'notices',
      title: t('column.notices'),
      align: 'right',
      narrow: true,
      render: row => <span className="number">{row.notices}</span>,
    },
  ]
}
