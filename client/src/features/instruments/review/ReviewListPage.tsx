import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { type Column, DataTable } from '../../../ui/DataTable.tsx'
import { DateText } from '../../../ui/DateText.tsx'
import { SearchFilter } from '../../../ui/filters.tsx'
import { MoneyText } from '../../../ui/MoneyText.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { type InstrumentRow, instrumentList } from '../api.ts'
import { BulkBar } from '../BulkBar.tsx'
import { ClassPicker } from '../ClassPicker.tsx'
import { carrierList } from '../carriers/carriersApi.ts'
import { ClassName } from '../FieldValue.tsx'
import '../instruments.css'
import { daysUntil } from '../registry/daysUntil.ts'
import { UnitFilter } from '../registry/UnitFilter.tsx'
import { useInstrumentFilters } from '../useInstrumentFilters.ts'
import { useSelectedRows } from '../useSelectedRows.ts'
import { reviewOrder } from './queue.ts'

/** What the units of my department have submitted, longest waiting first (I-4). */
export function Component() {
  const { t } = useTranslation('instruments')
  const { list, query: asked } = useInstrumentFilters(reviewOrder)
  const query = { ...asked, lifeCycle: 'submitted' as const }
  const waiting = useQuery(instrumentList(query))
  const selected = useSelectedRows(waiting.data?.items)

  const columns: Column<InstrumentRow>[] = [
    {
      key: 'name',
      title: t('column.name'),
      sort: 'nameZh',
      always: true,
      render: ({ id, nameZh }) => <Link to={id}>{nameZh ?? t('unnamed')}</Link>,
    },
    { key: 'unit', title: t('column.unit'), sort: 'unitName', render: row => row.unitName },
    { key: 'model', title: t('column.model'), render: row => row.model },
    {
      key: 'class',
      title: t('column.class'),
      hidden: true,
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
      key: 'submittedAt',
      title: t('column.submittedAt'),
      sort: 'submittedAt',
      narrow: true,
      render: row => <DateText at={row.submittedAt} />,
    },
    {
      key: 'waiting',
      title: t('review.waiting'),
      align: 'right',
      narrow: true,
      render: row => <Waiting since={row.submittedAt} />,
    },
  ]

  return (
    <>
      <PageHeader title={t('review.title')} note={t('review.note')} />
      <CarriersWaiting />
      <DataTable
        name="review"
        caption={t('review.title')}
        columns={columns}
        rowKey={({ id }) => id}
        list={list}
        query={waiting}
        selection={selected.selection}
        empty={{ title: t('review.empty.title'), text: t('review.empty.text') }}
        filters={
          <>
            <SearchFilter
              label={t('filter.search')}
              value={list.filters.search}
              onChange={search => list.filter({ search })}
            />
            <UnitFilter value={list.filters.unitId} onChange={unitId => list.filter({ unitId })} />
            <ClassPicker
              className="select-filter class-filter"
              aria-label={t('filter.class')}
              placeholder={t('filter.class')}
              {...(list.filters.classCode ? { value: list.filters.classCode } : {})}
              onChange={classCode => list.filter({ classCode })}
            />
          </>
        }
      />
      <BulkBar commands={['approve']} selected={selected} query={query} total={waiting.data?.total ?? 0} />
    </>
  )
}

/** Facilities and centres wait at the same desk; there are few of them. */
function CarriersWaiting() {
  const { t } = useTranslation('carriers')
  const waiting = useQuery(carrierList({ lifeCycle: 'submitted', page: 1, size: 1 })).data?.total
  if (!waiting) return null
  return (
    <p className="belongs">
      <Link to="/instruments/carriers?lifeCycle=submitted">{t('review.waiting')}</Link>{' '}
      <span className="tag tag-waiting number">{waiting}</span>
    </p>
  )
}

/** Two weeks are about the ten working days a desk has. */
function Waiting({ since }: { since: string | null }) {
  const { t } = useTranslation('instruments')
  if (!since) return null
  const days = Math.max(0, -daysUntil(since.slice(0, 10)))
  return <span className={days > 14 ? 'tag tag-bad number' : 'number'}>{t('review.days', { count: days })}</span>
}
