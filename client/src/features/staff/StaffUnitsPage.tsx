import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate } from 'react-router'
import type { Schema } from '../../api/client.ts'
import { type Column, DataTable } from '../../ui/DataTable.tsx'
import { DateText } from '../../ui/DateText.tsx'
import { SearchFilter, SelectFilter } from '../../ui/filters.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { useListState } from '../../ui/useListState.ts'
import { staffSummary } from './api.ts'

type Row = Schema<'StaffSummaryRow'>

/** Who has how many analysts and testers, in numbers: for those who plan trainings and posts (AX 八, 九). */
export function Component() {
  const { t } = useTranslation('staff')
  const navigate = useNavigate()
  const list = useListState(['search', 'empty'] as const, 'name')
  const { empty, ...others } = list.query
  const units = useQuery(staffSummary({ ...others, empty: empty === undefined ? undefined : empty === 'true' }))
  const count = (key: 'people' | 'fullTime' | 'graduates' | 'seniors' | 'trained', sort?: string): Column<Row> => ({
    key,
    title: t(`count.${key}`),
    ...(sort ? { sort } : {}),
    align: 'right',
    narrow: true,
    render: row => <span className="number">{row[key].toLocaleString()}</span>,
  })
  const columns: Column<Row>[] = [
    {
      key: 'unit',
      title: t('field.unit'),
      sort: 'name',
      always: true,
      render: ({ unitId, unitName, people }) =>
        people > 0 ? (
          <Link to={`/staff?unitId=${unitId}`}>{unitName}</Link>
        ) : (
          <>
            {unitName} <span className="tag tag-waiting">{t('units.empty')}</span>
          </>
        ),
    },
    { key: 'supervisor', title: t('field.supervisor'), render: row => row.supervisorName },
    count('people', 'people'),
    count('fullTime'),
    count('graduates'),
    count('seniors'),
    count('trained'),
    {
      key: 'updatedAt',
      title: t('field.updatedAt'),
      narrow: true,
      render: row => <DateText at={row.updatedAt} />,
    },
  ]
  return (
    <>
      <PageHeader
        title={t('units.title')}
        note={t('units.note')}
        actions={<Button onClick={() => navigate('/staff')}>{t('units.people')}</Button>}
      />
      <DataTable
        name="staff-units"
        caption={t('units.title')}
        columns={columns}
        rowKey={({ unitId }) => unitId}
        list={list}
        query={units}
        empty={{ title: t('units.none'), text: t('units.noneText') }}
        filters={
          <>
            <SearchFilter
              label={t('field.unit')}
              value={list.filters.search}
              onChange={search => list.filter({ search })}
            />
            <SelectFilter
              label={t('filter.empty')}
              value={list.filters.empty}
              options={[
                { value: 'true', label: t('units.empty') },
                { value: 'false', label: t('units.filled') },
              ]}
              onChange={value => list.filter({ empty: value })}
            />
          </>
        }
      />
    </>
  )
}
