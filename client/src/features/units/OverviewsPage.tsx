import { DownloadOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Schema } from '../../api/client.ts'
import { type Column, DataTable } from '../../ui/DataTable.tsx'
import { DateText } from '../../ui/DateText.tsx'
import { searchOf } from '../../ui/ExportMenu.tsx'
import { SearchFilter, SelectFilter } from '../../ui/filters.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { useListState } from '../../ui/useListState.ts'
import { type OverviewQuery, overviewList } from './overviewsApi.ts'
import './overviews.css'

type Row = Schema<'OverviewRow'>
const firstYear = 2000

/** Which units have filled a year, with what, and which have not (U-2). */
export function Component() {
  const { t } = useTranslation('overviews')
  const thisYear = new Date().getFullYear()
  const list = useListState(['search', 'year', 'filled'] as const, 'name')
  const { year, filled, ...others } = list.query
  const query: OverviewQuery = {
    ...others,
    year: Number(year) || thisYear - 1,
    filled: filled === undefined ? undefined : filled === 'true',
  }
  const overviews = useQuery(overviewList(query))
  const { data } = overviews

  const columns: Column<Row>[] = [
    {
      key: 'unit',
      title: t('unit'),
      sort: 'name',
      always: true,
      render: ({ unitId, unitName, at }) => (
        <>
          <Link to={`/units/${unitId}`}>{unitName}</Link>
          {!at && (
            <div>
              <span className="tag tag-waiting">{t('missing')}</span>
            </div>
          )}
        </>
      ),
    },
    { key: 'supervisor', title: t('supervisor'), render: row => row.supervisorName },
    {
      key: 'roomArea',
      title: t('roomArea'),
      sort: 'roomArea',
      align: 'right',
      narrow: true,
      render: row => <Figure value={row.roomArea} before={row.roomAreaBefore} />,
    },
    {
      key: 'technicians',
      title: t('technicians'),
      sort: 'technicians',
      align: 'right',
      narrow: true,
      render: row => <Figure value={row.technicians} before={row.techniciansBefore} />,
    },
    {
      key: 'offered',
      title: t('register'),
      align: 'right',
      narrow: true,
      render: row => <span className="number">{row.offered}</span>,
    },
    { key: 'reason', title: t('reason'), render: row => row.reason },
    { key: 'at', title: t('saved'), sort: 'at', narrow: true, render: row => row.at && <DateText at={row.at} /> },
    { key: 'by', title: t('by'), hidden: true, render: row => row.by },
  ]

  return (
    <>
      <PageHeader title={t('title')} note={t('pageNote')} />
      {data && (
        <p className="overviews-tally" role="status">
          {t('tally', { year: data.year, filled: data.filled, units: data.units, missing: data.units - data.filled })}
        </p>
      )}
      <DataTable
        name="overviews"
        caption={t('title')}
        columns={columns}
        rowKey={({ unitId }) => unitId}
        list={list}
        query={overviews}
        empty={{ title: t('empty.title'), text: t('empty.text') }}
        actions={
          <Button
            icon={<DownloadOutlined aria-hidden />}
            href={`/api/units/overviews/export?${searchOf(query, { format: 'xlsx' })}`}
            download
          >
            {t('export')}
          </Button>
        }
        filters={
          <>
            <SearchFilter label={t('unit')} value={list.filters.search} onChange={search => list.filter({ search })} />
            <SelectFilter
              label={t('year')}
              value={String(query.year)}
              options={Array.from({ length: thisYear - firstYear + 1 }, (_, i) => String(thisYear - i)).map(value => ({
                value,
                label: t('yearOf', { year: value }),
              }))}
              onChange={value => list.filter({ year: value })}
            />
            <SelectFilter
              label={t('state')}
              value={list.filters.filled}
              options={[
                { value: 'false', label: t('missing') },
                { value: 'true', label: t('filled') },
              ]}
              onChange={value => list.filter({ filled: value })}
            />
          </>
        }
      />
    </>
  )
}

/** This year's figure, and how it differs from the year before. */
function Figure({ value, before }: { value: number | null; before: number | null }) {
  if (value === null) return null
  const difference = before === null ? 0 : value - before
  return (
    <>
      <span className="number">{value.toLocaleString()}</span>
      {difference !== 0 && (
        <div className="field-note number">
          {difference > 0 ? '+' : '−'}
          {Math.abs(difference).toLocaleString()}
        </div>
      )}
    </>
  )
}
