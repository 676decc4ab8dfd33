import { PlusOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate } from 'react-router'
import { can, useAccount } from '../../session/session.ts'
import { type Column, DataTable } from '../../ui/DataTable.tsx'
import { DateText } from '../../ui/DateText.tsx'
import { ExportMenu } from '../../ui/ExportMenu.tsx'
import { SearchFilter, SelectFilter } from '../../ui/filters.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { useListState } from '../../ui/useListState.ts'
import { dutyCounts, type ExemptionQuery, type ExemptionRow, exemptionCounts, exemptionList } from './api.ts'
import { ExemptionStateTag, exemptionReasons, exemptionStates } from './ExemptionStateTag.tsx'

const filters = ['state', 'reason', 'supervisorId', 'unitId', 'search'] as const

/** The statements of my subtree why instruments do not join (I-6). */
export function Component() {
  const { t } = useTranslation('exemptions')
  const navigate = useNavigate()
  const { tier } = useAccount().organisation
  const ownUnit = tier === 'unit'
  const list = useListState(filters, '-submittedAt')
  const { state, reason, supervisorId, unitId, search } = list.filters
  const query = list.query as ExemptionQuery
  const exemptions = useQuery(exemptionList(query))
  const counts = useQuery(exemptionCounts).data
  const groups = useQuery({ ...dutyCounts(), enabled: !ownUnit }).data?.groups ?? []
  const narrowed = Boolean(reason || supervisorId || unitId || search)
  const countOf = (view: string) =>
    counts?.filter(each => view === 'all' || each.state === view).reduce((sum, { count }) => sum + count, 0)

  return (
    <>
      <PageHeader
        title={t('title')}
        note={t('note')}
        actions={
          can('exemptions.declare') && (
            <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => navigate('new')}>
              {t('declare')}
            </Button>
          )
        }
      />
      <nav className="views" aria-label={t('views')}>
        {['all', ...exemptionStates].map(view => (
          <button
            key={view}
            type="button"
            aria-current={(state ?? 'all') === view ? 'true' : undefined}
            onClick={() => list.filter({ state: view === 'all' ? undefined : view })}
          >
            {t(`state.${view}`)}
            {counts && !narrowed && (
              <span className="views-count number">{countOf(view)?.toLocaleString('en-US')}</span>
            )}
          </button>
        ))}
      </nav>
      <DataTable
        name="exemptions"
        caption={t('title')}
        columns={useColumns(ownUnit)}
        rowKey={({ id }) => id}
        list={list}
        query={exemptions}
        empty={{ title: t('empty.title'), text: t('empty.text') }}
        actions={
          <ExportMenu address="/api/instruments/exemptions/export" query={query} total={exemptions.data?.total ?? 0} />
        }
        filters={
          <>
            <SearchFilter
              label={t('filter.search')}
              value={search}
              onChange={value => list.filter({ search: value })}
            />
            <SelectFilter
              label={t('filter.reason')}
              value={reason}
              options={exemptionReasons.map(value => ({ value, label: t(`reason.${value}`) }))}
              onChange={value => list.filter({ reason: value })}
            />
            {groups.length > 0 && (
              <SelectFilter
                label={t(groups[0]?.unit ? 'column.unit' : 'fact.supervisor')}
                value={groups[0]?.unit ? unitId : supervisorId}
                options={groups.map(({ id, name }) => ({ value: id, label: name }))}
                onChange={value => list.filter({ [groups[0]?.unit ? 'unitId' : 'supervisorId']: value })}
              />
            )}
          </>
        }
      />
    </>
  )
}

function useColumns(ownUnit: boolean): Column<ExemptionRow>[] {
  const { t } = useTranslation('exemptions')
  const unit: Column<ExemptionRow> = {
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
      render: row => <Link to={row.id}>{nameOf(row)}</Link>,
    },
    ...(ownUnit ? [] : [unit]),
    { key: 'reason', title: t('column.reason'), render: row => t(`reason.${row.reason}`) },
    {
      key: 'count',
      title: t('column.count'),
      sort: 'count',
      align: 'right',
      narrow: true,
      render: row => <span className="number">{row.count}</span>,
    },
    {
      key: 'state',
      title: t('column.state'),
      narrow: true,
      render: row => <ExemptionStateTag state={row.state} lapsed={row.lapsed} />,
    },
    {
      key: 'until',
      title: t('column.until'),
      sort: 'until',
      narrow: true,
      render: row => <DateText at={row.until} />,
    },
    {
      key: 'filingNumber',
      title: t('column.filingNumber'),
      narrow: true,
      render: row => row.filingNumber ?? <span className="absent">{t('ui:absent')}</span>,
    },
    {
      key: 'submittedAt',
      title: t('column.submittedAt'),
      sort: 'submittedAt',
      narrow: true,
      render: row => <DateText at={row.submittedAt} />,
    },
  ]

  function nameOf({ reason, unitReference, firstName, count }: ExemptionRow) {
    if (reason === 'classified') return t('classifiedName', { reference: unitReference })
    const name = firstName ?? t('duties:unnamed')
    return count > 1 ? t('andMore', { name, count }) : name
  }
}
