import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Schema } from '../../api/client.ts'
import { type Column, DataTable } from '../../ui/DataTable.tsx'
import { SearchFilter, SelectFilter } from '../../ui/filters.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { useListState } from '../../ui/useListState.ts'
import { hoursUnits, lastYear, years } from './api.ts'
import './hours.css'

type Row = Schema<'HoursUnitRow'>

/** How far each unit is with a year's hours: who is missing what. */
export function Component() {
  const { t } = useTranslation('hours')
  const list = useListState(['search', 'missing', 'year'] as const, '-missing')
  const year = Number(list.filters.year) || lastYear()
  const { missing, year: _year, ...others } = list.query
  const units = useQuery(
    hoursUnits({ ...others, year, missing: missing === undefined ? undefined : missing === 'true' }),
  )
  const { data } = units
  const count = (
    key: 'instruments' | 'declared' | 'effectiveHours' | 'externalHours',
    title: string,
    sort?: string,
  ) => ({
    key,
    title,
    ...(sort ? { sort } : {}),
    align: 'right' as const,
    narrow: true,
    render: (row: Row) => <span className="number">{row[key].toLocaleString()}</span>,
  })
  const columns: Column<Row>[] = [
    {
      key: 'unit',
      title: t('unit'),
      sort: 'name',
      always: true,
      render: ({ unitId, unitName }) => <Link to={`/hours?unitId=${unitId}&year=${year}`}>{unitName}</Link>,
    },
    count('instruments', t('instruments'), 'instruments'),
    count('declared', t('declared')),
    {
      key: 'missing',
      title: t('missing'),
      sort: 'missing',
      align: 'right',
      narrow: true,
      render: row =>
        row.missing > 0 ? (
          <Link className="number" to={`/hours?unitId=${row.unitId}&year=${year}&missing=true`}>
            {row.missing.toLocaleString()}
          </Link>
        ) : (
          <span className="tag tag-good">{t('complete')}</span>
        ),
    },
    count('effectiveHours', t('effectiveSum')),
    count('externalHours', t('externalSum')),
  ]
  return (
    <>
      <PageHeader title={t('units.title')} note={t('units.note')} />
      {data && (
        <p className="hours-tally" role="status">
          {t('units.tally', {
            year: data.year,
            units: data.units,
            done: data.unitsDone,
            instruments: data.instruments,
            missing: data.instruments - data.declared,
          })}
        </p>
      )}
      <DataTable
        name="hours-units"
        caption={t('units.title')}
        columns={columns}
        rowKey={({ unitId }) => unitId}
        list={list}
        query={units}
        empty={{ title: t('units.none'), text: t('units.noneText') }}
        filters={
          <>
            <SearchFilter label={t('unit')} value={list.filters.search} onChange={search => list.filter({ search })} />
            <SelectFilter
              label={t('year')}
              value={String(year)}
              options={years().map(value => ({ value, label: t('yearOf', { year: value }) }))}
              onChange={value => list.filter({ year: value })}
            />
            <SelectFilter
              label={t('state')}
              value={list.filters.missing}
              options={[
                { value: 'true', label: t('incomplete') },
                { value: 'false', label: t('complete') },
              ]}
              onChange={value => list.filter({ missing: value })}
            />
          </>
        }
      />
    </>
  )
}
