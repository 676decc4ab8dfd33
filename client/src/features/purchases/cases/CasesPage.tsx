import { DownloadOutlined, PlusOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate } from 'react-router'
import { can, useAccount } from '../../../session/session.ts'
import { type Column, DataTable } from '../../../ui/DataTable.tsx'
import { DateText } from '../../../ui/DateText.tsx'
import { searchOf } from '../../../ui/ExportMenu.tsx'
import { SearchFilter, SelectFilter } from '../../../ui/filters.tsx'
import { MoneyText } from '../../../ui/MoneyText.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { useListState } from '../../../ui/useListState.ts'
import { useSelectedRows } from '../../../ui/useSelectedRows.ts'
import { type CaseQuery, type CaseRow, caseCounts, caseList } from './api.ts'
import { BandTag, CaseStateTag, caseStates } from './CaseStateTag.tsx'
import { myStep, PassBar } from './PassBar.tsx'

const filters = ['state', 'band', 'search'] as const
const bands = ['sameModel', 'sameKind', 'near', 'none']

/** The purchase cases that I may know of, by where they stand. */
export function Component() {
  const { t } = useTranslation('cases')
  const navigate = useNavigate()
  const ownUnit = useAccount().organisation.tier === 'unit'
  const list = useListState(filters, '-updatedAt')
  const { state, band, search } = list.filters
  const query = list.query as CaseQuery
  const cases = useQuery(caseList(query))
  const counts = useQuery(caseCounts).data
  const selected = useSelectedRows(cases.data?.items, row => row.firstName ?? t('unnamed'))
  const shown = caseStates.filter(each => each !== 'draft' || can('purchases.apply'))
  const countOf = (view: string) =>
    counts?.filter(each => view === 'all' || each.state === view).reduce((sum, { count }) => sum + count, 0)

  return (
    <>
      <PageHeader
        title={t('title')}
        note={t('note')}
        actions={
          can('purchases.apply') && (
            <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => navigate('new')}>
              {t('apply')}
            </Button>
          )
        }
      />
      <nav className="views" aria-label={t('views')}>
        {['all', ...shown].map(view => (
          <button
            key={view}
            type="button"
            aria-current={(state ?? 'all') === view ? 'true' : undefined}
            onClick={() => list.filter({ state: view === 'all' ? undefined : view })}
          >
            {t(`state.${view}`)}
            {counts && !band && !search && (
              <span className="views-count number">{countOf(view)?.toLocaleString('en-US')}</span>
            )}
          </button>
        ))}
      </nav>
      <DataTable
        name="purchase-cases"
        caption={t('title')}
        columns={useColumns(ownUnit)}
        rowKey={({ id }) => id}
        list={list}
        query={cases}
        {...(myStep() ? { selection: selected.selection } : {})}
        empty={{ title: t('empty.title'), text: t('empty.text') }}
        actions={
          <Button
            icon={<DownloadOutlined aria-hidden />}
            href={`/api/purchase-review/cases/export?${searchOf(query, { format: 'xlsx' })}`}
            disabled={!cases.data?.total}
            download
          >
            {t('export', { total: (cases.data?.total ?? 0).toLocaleString('en-US') })}
          </Button>
        }
        filters={
          <>
            <SearchFilter
              label={t('filter.search')}
              value={search}
              onChange={value => list.filter({ search: value })}
            />
            <SelectFilter
              label={t('column.band')}
              value={band}
              options={bands.map(value => ({ value, label: t(`purchases:band.${value}`) }))}
              onChange={value => list.filter({ band: value })}
            />
          </>
        }
      />
      <PassBar selected={selected} />
    </>
  )
}

function useColumns(ownUnit: boolean): Column<CaseRow>[] {
  const { t } = useTranslation('cases')
  const unit: Column<CaseRow> = {
    key: 'unit',
    title: t('column.unit'),
    sort: 'unitName',
    render: row => row.unitName,
  }
  return [
    {
      key: 'instruments',
      title: t('column.instruments'),
      always: true,
      render: row => (
        <Link to={row.id}>
          {row.instruments > 1
            ? t('andMore', { name: row.firstName ?? t('unnamed'), count: row.instruments })
            : (row.firstName ?? t('unnamed'))}
        </Link>
      ),
    },
    ...(ownUnit ? [] : [unit]),
    { key: 'number', title: t('column.number'), sort: 'number', narrow: true, render: row => row.number },
    {
      key: 'total',
      title: t('column.total'),
      sort: 'totalFen',
      align: 'right',
      narrow: true,
      render: row => <MoneyText fen={row.totalFen || null} />,
    },
    {
      key: 'band',
      title: t('column.band'),
      narrow: true,
      render: row => (row.band ? <BandTag band={row.band} /> : <span className="absent">{t('check.notYet')}</span>),
    },
    { key: 'state', title: t('column.state'), narrow: true, render: row => <CaseStateTag state={row.state} /> },
    {
      key: 'submittedAt',
      title: t('column.submittedAt'),
      sort: 'submittedAt',
      narrow: true,
      render: row => <DateText at={row.submittedAt} />,
    },
    {
      key: 'updatedAt',
      title: t('column.updatedAt'),
      sort: 'updatedAt',
      narrow: true,
      hidden: true,
      render: row => <DateText at={row.updatedAt} />,
    },
  ]
}
