import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useAccount } from '../../../session/session.ts'
import { type Column, DataTable } from '../../../ui/DataTable.tsx'
import { DateText } from '../../../ui/DateText.tsx'
import { ExportMenu } from '../../../ui/ExportMenu.tsx'
import { SearchFilter, SelectFilter } from '../../../ui/filters.tsx'
import { MoneyText } from '../../../ui/MoneyText.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { useListState } from '../../../ui/useListState.ts'
import '../instruments.css'
import { UnitFilter } from '../registry/UnitFilter.tsx'
import './upkeep.css'
import { type RepairInList, type RepairQuery, type RepairState, repairList, repairStates } from './upkeepApi.ts'

const filters = ['state', 'unitId', 'mine', 'search'] as const

const looks: Record<RepairState, string> = { ongoing: 'tag tag-waiting', overdue: 'tag tag-bad', finished: 'tag' }

/** The repairs of my subtree: what stands still now, what should be back already, what was done (I-4). */
export function Component() {
  const { t } = useTranslation('upkeep')
  const ownUnit = useAccount().organisation.tier === 'unit'
  const list = useListState(filters, '-from')
  const { state, unitId, mine, search } = list.filters
  const query = { ...list.query, mine: mine === 'true' ? true : undefined } as RepairQuery
  const repairs = useQuery(repairList(query))

  return (
    <>
      <PageHeader title={t('title')} note={t('note')} />
      <nav className="views" aria-label={t('views')}>
        {([undefined, ...repairStates] as const).map(view => (
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
        name="repairs"
        caption={t('title')}
        columns={useColumns(ownUnit)}
        rowKey={({ id }) => id}
        list={list}
        query={repairs}
        empty={{ title: t('empty.title'), text: t('empty.text') }}
        actions={
          <ExportMenu address="/api/instruments/repairs/export" query={query} total={repairs.data?.total ?? 0} />
        }
        filters={
          <>
            <SearchFilter
              label={t('filter.search')}
              value={search}
              onChange={value => list.filter({ search: value })}
            />
            {ownUnit ? (
              <SelectFilter
                label={t('filter.mine')}
                value={mine}
                options={[{ value: 'true', label: t('mine') }]}
                onChange={value => list.filter({ mine: value })}
              />
            ) : (
              <UnitFilter value={unitId} onChange={value => list.filter({ unitId: value })} />
            )}
          </>
        }
      />
    </>
  )
}

function useColumns(ownUnit: boolean): Column<RepairInList>[] {
  const { t } = useTranslation('upkeep')
  const unit: Column<RepairInList> = {
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
      render: ({ instrumentId, nameZh }) => (
        <Link to={`/instruments/${instrumentId}?tab=upkeep`}>{nameZh ?? t('instruments:unnamed')}</Link>
      ),
    },
    {
      key: 'assetNumber',
      title: t('column.assetNumber'),
      narrow: true,
      hidden: true,
      render: row => <span className="number">{row.assetNumber}</span>,
    },
    ...(ownUnit ? [] : [unit]),
    { key: 'fault', title: t('column.fault'), render: row => <span className="repair-fault">{row.fault}</span> },
    { key: 'from', title: t('column.from'), sort: 'from', narrow: true, render: row => <DateText at={row.from} /> },
    { key: 'until', title: t('column.until'), sort: 'until', narrow: true, render: row => <DateText at={row.until} /> },
    {
      key: 'days',
      title: t('column.days'),
      align: 'right',
      narrow: true,
      render: row => <span className="number">{row.days}</span>,
    },
    { key: 'back', title: t('column.back'), narrow: true, render: row => <DateText at={row.expectedBackOn} /> },
    { key: 'doneBy', title: t('column.doneBy'), hidden: !ownUnit, render: row => row.doneBy },
    {
      key: 'cost',
      title: t('column.cost'),
      sort: 'costFen',
      align: 'right',
      narrow: true,
      render: row => <MoneyText fen={row.costFen} unit="yuan" />,
    },
    {
      key: 'state',
      title: t('column.state'),
      narrow: true,
      render: row => <span className={looks[row.state]}>{t(`state.${row.state}`)}</span>,
    },
  ]
}
