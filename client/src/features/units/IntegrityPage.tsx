import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Schema } from '../../api/client.ts'
import { type Column, DataTable } from '../../ui/DataTable.tsx'
import { DateText } from '../../ui/DateText.tsx'
import { SearchFilter, SelectFilter } from '../../ui/filters.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { useListState } from '../../ui/useListState.ts'
import { IntegrityState } from './IntegrityPanel.tsx'
import { integrityList, integrityMatters } from './standingApi.ts'

type Row = Schema<'IntegrityRow'>

/** The integrity records of all units of my subtree (U-8); entered and ended on the unit's page. */
export function Component() {
  const { t } = useTranslation('standing')
  const list = useListState(['search', 'matter', 'counts'] as const, '-from')
  const { matter, counts, ...query } = list.query
  const records = useQuery(
    integrityList({
      ...query,
      matter: matter as Row['matter'] | undefined,
      counts: counts ? counts === 'true' : undefined,
    }),
  )

  const columns: Column<Row>[] = [
    {
      key: 'unit',
      title: t('unit'),
      sort: 'unit',
      always: true,
      render: ({ unitId, unitName }) => <Link to={`/units/${unitId}`}>{unitName}</Link>,
    },
    { key: 'matter', title: t('matter'), narrow: true, render: row => t(`matter.${row.matter}`) },
    { key: 'what', title: t('what'), render: ({ what }) => what },
    { key: 'document', title: t('document'), render: row => `${row.decidedBy} ${row.document}` },
    { key: 'from', title: t('from'), sort: 'from', narrow: true, render: row => <DateText at={row.from} /> },
    {
      key: 'until',
      title: t('until'),
      sort: 'until',
      narrow: true,
      render: row => (row.until ? <DateText at={row.until} /> : t('untilEnded')),
    },
    { key: 'counts', title: t('state'), narrow: true, render: row => <IntegrityState record={row} /> },
  ]

  return (
    <>
      <PageHeader title={t('integrity.title')} note={t('integrity.note')} />
      <DataTable
        name="integrity"
        caption={t('integrity.title')}
        columns={columns}
        rowKey={({ id }) => id}
        list={list}
        query={records}
        empty={{ title: t('integrity.empty'), text: t('integrity.emptyText') }}
        filters={
          <>
            <SearchFilter
              label={t('search')}
              value={list.filters.search}
              onChange={search => list.filter({ search })}
            />
            <SelectFilter
              label={t('matter')}
              value={list.filters.matter}
              options={integrityMatters.map(value => ({ value, label: t(`matter.${value}`) }))}
              onChange={value => list.filter({ matter: value })}
            />
            <SelectFilter
              label={t('state')}
              value={list.filters.counts}
              options={[
                { value: 'true', label: t('state.counts') },
                { value: 'false', label: t('state.over') },
              ]}
              onChange={value => list.filter({ counts: value })}
            />
          </>
        }
      />
    </>
  )
}
