import { PlusOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { lazy, type ReactNode, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, type LoaderFunctionArgs, useNavigate } from 'react-router'
import { queryClient } from '../../../api/client.ts'
import { SavedFilters } from '../../../session/SavedFilters.tsx'
import { can, useAccount } from '../../../session/session.ts'
import { type Column, DataTable } from '../../../ui/DataTable.tsx'
import { DateText } from '../../../ui/DateText.tsx'
import { SearchFilter, SelectFilter } from '../../../ui/filters.tsx'
import { MoneyText } from '../../../ui/MoneyText.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { fieldList, type InstrumentRow, instrumentList } from '../api.ts'
import { BulkBar } from '../BulkBar.tsx'
import { ClassName } from '../FieldValue.tsx'
import '../instruments.css'
import { LifeCycleTag } from '../LifeCycleTag.tsx'
import { useFields } from '../useFields.ts'
import { instrumentQueryOf, useInstrumentFilters } from '../useInstrumentFilters.ts'
import { useSelectedRows } from '../useSelectedRows.ts'
import { CustodianFilter } from './CustodianFilter.tsx'
import { ExportButton } from './ExportButton.tsx'
import { LifeCycleViews } from './LifeCycleViews.tsx'
import { UnitFilter } from './UnitFilter.tsx'
import { ValueRangeFilter } from './ValueRangeFilter.tsx'

// Trees and cascades are heavy, and rows come first.
const ClassPicker = lazy(() => import('../ClassPicker.tsx').then(({ ClassPicker }) => ({ default: ClassPicker })))
const RegionPicker = lazy(() => import('../RegionPicker.tsx').then(({ RegionPicker }) => ({ default: RegionPicker })))

/** Keeps the filter's place until its script is there. */
function Later({ className, children }: { className: string; children: ReactNode }) {
  return <Suspense fallback={<span className={`${className} filter-place`} />}>{children}</Suspense>
}

const usualOrder = '-updatedAt'

export function loader({ request }: LoaderFunctionArgs) {
  // Asked while the page is still being put together, which finds the answer on its way.
  void queryClient.prefetchQuery(instrumentList(instrumentQueryOf(new URL(request.url).searchParams, usualOrder)))
  return queryClient.ensureQueryData(fieldList)
}

/** The registry of my subtree, drafts included (I-2, X-4). */
export function Component() {
  const { t } = useTranslation('instruments')
  const navigate = useNavigate()
  const ownUnit = useAccount().organisation.tier === 'unit'
  const { list, query } = useInstrumentFilters(usualOrder)
  const instruments = useQuery(instrumentList(query))
  const selected = useSelectedRows(instruments.data?.items)
  const { lifeCycle, ...others } = list.filters
  const narrowed = Object.values(others).some(Boolean)
  const { find } = useFields()
  const total = instruments.isPlaceholderData ? undefined : instruments.data?.total
  const commands = [
    ...(can('instruments.edit') ? (['submit', 'withdraw'] as const) : []),
    ...(can('instruments.review') ? (['approve'] as const) : []),
  ]
  const settings = [
    ...(can('instruments.operate') ? (['operate'] as const) : []),
    ...(can('instruments.edit') ? (['assign'] as const) : []),
    ...(can('instruments.entrust') ? (['entrust'] as const) : []),
  ]

  return (
    <>
      <PageHeader
        title={t('title')}
        actions={
          <>
            {can('instruments.import') && <Button onClick={() => navigate('imports/new')}>{t('imports')}</Button>}
            {can('instruments.edit') && (
              <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => navigate('new')}>
                {t('register')}
              </Button>
            )}
          </>
        }
      />
      <LifeCycleViews
        value={lifeCycle}
        narrowed={narrowed}
        total={total}
        onChange={value => list.filter({ lifeCycle: value })}
      />
      <DataTable
        name="instruments"
        caption={t('title')}
        columns={useColumns(ownUnit)}
        rowKey={({ id }) => id}
        list={list}
        query={instruments}
        selection={selected.selection}
        empty={{
          title: t('empty.title'),
          text: t(can('instruments.edit') ? 'empty.text' : 'empty.textOthers'),
          action: can('instruments.edit') && (
            <div className="empty-actions">
              <Button type="primary" onClick={() => navigate('imports/new')}>
                {t('imports')}
              </Button>
              <Button onClick={() => navigate('new')}>{t('register')}</Button>
            </div>
          ),
        }}
        actions={
          <>
            <SavedFilters list="instruments" />
            <ExportButton query={query} total={instruments.data?.total ?? 0} />
          </>
        }
        filters={
          <>
            <SearchFilter
              label={t(ownUnit ? 'filter.searchOwn' : 'filter.search')}
              value={list.filters.search}
              onChange={search => list.filter({ search })}
            />
            {!ownUnit && <UnitFilter value={list.filters.unitId} onChange={unitId => list.filter({ unitId })} />}
            <Later className="select-filter class-filter">
              <ClassPicker
                className="select-filter class-filter"
                aria-label={t('filter.class')}
                placeholder={t('filter.class')}
                {...(list.filters.classCode ? { value: list.filters.classCode } : {})}
                onChange={classCode => list.filter({ classCode })}
              />
            </Later>
            <SelectFilter
              label={t('column.operatingStatus')}
              value={list.filters.operatingStatus}
              options={(find('operatingStatus')?.codes ?? []).map(value => ({
                value,
                label: t(`code.operatingStatus.${value}`),
              }))}
              onChange={operatingStatus => list.filter({ operatingStatus })}
            />
            {ownUnit && (
              <CustodianFilter value={list.filters.custodian} onChange={custodian => list.filter({ custodian })} />
            )}
            {!ownUnit && (
              <Later className="select-filter">
                <RegionPicker
                  className="select-filter"
                  aria-label={t('filter.region')}
                  placeholder={t('filter.region')}
                  {...(list.filters.regionCode ? { value: list.filters.regionCode } : {})}
                  onChange={regionCode => list.filter({ regionCode })}
                />
              </Later>
            )}
            <ValueRangeFilter
              from={list.filters.valueFrom}
              to={list.filters.valueTo}
              onChange={range => list.filter(range)}
            />
          </>
        }
      />
      <BulkBar
        commands={commands}
        settings={settings}
        takeOut
        selected={selected}
        query={query}
        total={instruments.data?.total ?? 0}
      />
    </>
  )
}

function useColumns(ownUnit: boolean): Column<InstrumentRow>[] {
  const { t } = useTranslation('instruments')
  const unit: Column<InstrumentRow> = {
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
      render: ({ id, nameZh }) => <Link to={`/instruments/${id}`}>{nameZh ?? t('unnamed')}</Link>,
    },
    {
      key: 'assetNumber',
      title: t('column.assetNumber'),
      sort: 'assetNumber',
      narrow: true,
      render: row => <span className="number">{row.assetNumber ?? '—'}</span>,
    },
    ...(ownUnit ? [] : [unit]),
    { key: 'model', title: t('column.model'), render: row => row.model },
    { key: 'manufacturer', title: t('column.manufacturer'), hidden: true, render: row => row.manufacturer },
    {
      key: 'class',
      title: t('column.class'),
      hidden: !ownUnit,
      render: row => row.classCode && <ClassName code={row.classCode} short />,
    },
    {
      key: 'value',
      title: t('column.value'),
      sort: 'originalValueFen',
      align: 'right',
      narrow: true,
      render: row => <MoneyText fen={row.originalValueFen} />,
    },
    {
      key: 'bookedOn',
      title: t('column.bookedOn'),
      sort: 'bookedOn',
      narrow: true,
      hidden: !ownUnit,
      render: row => <DateText at={row.bookedOn} />,
    },
    {
      key: 'lifeCycle',
      title: t('column.lifeCycle'),
      narrow: true,
      render: row => <LifeCycleTag lifeCycle={row.lifeCycle} />,
    },
    {
      key: 'operatingStatus',
      title: t('column.operatingStatus'),
      narrow: true,
      render: row => row.operatingStatus && t(`code.operatingStatus.${row.operatingStatus}`),
    },
    {
      key: 'expectedBackOn',
      title: t('column.expectedBackOn'),
      narrow: true,
      hidden: true,
      render: row => <DateText at={row.expectedBackOn} />,
    },
    {
      key: 'submittedAt',
      title: t('column.submittedAt'),
      sort: 'submittedAt',
      narrow: true,
      hidden: true,
      render: row => <DateText at={row.submittedAt} />,
    },
    {
      key: 'updatedAt',
      title: t('column.updatedAt'),
      sort: 'updatedAt',
      narrow: true,
      render: row => <DateText at={row.updatedAt} />,
    },
  ]
}
