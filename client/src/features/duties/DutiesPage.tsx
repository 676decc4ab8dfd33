import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate } from 'react-router'
import { can, useAccount } from '../../session/session.ts'
import { type Column, DataTable } from '../../ui/DataTable.tsx'
import { DateText } from '../../ui/DateText.tsx'
import { ExportMenu } from '../../ui/ExportMenu.tsx'
import { SearchFilter, SelectFilter } from '../../ui/filters.tsx'
import { MoneyText } from '../../ui/MoneyText.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { useListState } from '../../ui/useListState.ts'
import { type DutyQuery, type DutyRow, dutyCounts, dutyList } from './api.ts'
import { DaysLeft, DeadlineText } from './DeadlineText.tsx'
import { DutyRules } from './DutyRules.tsx'
import { DutyStateTag, dutyStates } from './DutyStateTag.tsx'
import { ExemptionStateTag } from './ExemptionStateTag.tsx'
import './duties.css'

const filters = ['state', 'supervisorId', 'unitId', 'search'] as const

/** What still has to come onto the platform, by deadline: who is late, who soon will be (I-5). */
export function Component() {
  const { t } = useTranslation('duties')
  const { tier } = useAccount().organisation
  const ownUnit = tier === 'unit'
  const aboveDepartments = tier === 'region' || tier === 'nation'
  const navigate = useNavigate()
  const [selected, setSelected] = useState<string[]>([])
  const list = useListState(filters, 'dueOn')
  const { state, supervisorId, unitId, search } = list.filters
  const query = list.query as DutyQuery
  const duties = useQuery(dutyList(query))
  const whole = useQuery(dutyCounts())
  const department = useQuery({ ...dutyCounts(supervisorId), enabled: aboveDepartments && supervisorId !== undefined })
  const units = (aboveDepartments ? department.data?.groups : whole.data?.groups) ?? []
  // What stands in a statement already needs no other.
  const stated = new Set(duties.data?.items.filter(row => row.statement).map(row => row.id))
  const toExplain = selected.filter(id => !stated.has(id))
  const narrowed = Boolean(supervisorId || unitId || search)
  const total = whole.data?.total
  const counts = total && { ...total, all: total.overdue + total.dueSoon + total.due + total.undated }

  return (
    <>
      <PageHeader
        title={t('title')}
        note={<DutyRules overview={whole.data} />}
        actions={
          !ownUnit && (
            <Link to="counts">
              <Button>{t('counts.title')}</Button>
            </Link>
          )
        }
      />
      <nav className="views" aria-label={t('views')}>
        {(['all', ...dutyStates] as const).map(view => {
          const chosen = (state ?? 'all') === view
          return (
            <button
              key={view}
              type="button"
              aria-current={chosen ? 'true' : undefined}
              onClick={() => list.filter({ state: view === 'all' ? undefined : view })}
            >
              {t(`state.${view}`)}
              {counts && !narrowed && (
                <span className="views-count number">{counts[view].toLocaleString('en-US')}</span>
              )}
            </button>
          )
        })}
      </nav>
      <DataTable
        name="duties"
        caption={t('title')}
        columns={useColumns(ownUnit)}
        rowKey={({ id }) => id}
        list={list}
        query={duties}
        {...(can('exemptions.declare')
          ? {
              selection: { keys: selected, onChange: setSelected, label: (row: DutyRow) => row.nameZh ?? t('unnamed') },
            }
          : {})}
        empty={{ title: t('empty.title'), text: t('empty.text') }}
        actions={
          <>
            {toExplain.length > 0 && (
              <Button type="primary" onClick={() => navigate(`exemptions/new?instruments=${toExplain.join(',')}`)}>
                {t('explain', { count: toExplain.length })}
              </Button>
            )}
            <ExportMenu address="/api/instruments/duties/export" query={query} total={duties.data?.total ?? 0} />
          </>
        }
        filters={
          <>
            <SearchFilter
              label={t('filter.search')}
              value={search}
              onChange={value => list.filter({ search: value })}
            />
            {aboveDepartments && (
              <SelectFilter
                label={t('column.supervisor')}
                value={supervisorId}
                options={(whole.data?.groups ?? []).map(({ id, name }) => ({ value: id, label: name }))}
                onChange={value => list.filter({ supervisorId: value, unitId: undefined })}
              />
            )}
            {!ownUnit && units.length > 0 && (
              <SelectFilter
                label={t('column.unit')}
                value={unitId}
                options={units.map(({ id, name }) => ({ value: id, label: name }))}
                onChange={value => list.filter({ unitId: value })}
              />
            )}
          </>
        }
      />
    </>
  )
}

function useColumns(ownUnit: boolean): Column<DutyRow>[] {
  const { t } = useTranslation('duties')
  const owner: Column<DutyRow>[] = ownUnit
    ? []
    : [
        { key: 'unit', title: t('column.unit'), sort: 'unitName', render: row => row.unitName },
        { key: 'supervisor', title: t('column.supervisor'), hidden: true, render: row => row.supervisorName },
      ]
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
      narrow: true,
      hidden: !ownUnit,
      render: row => <span className="number">{row.assetNumber}</span>,
    },
    { key: 'model', title: t('column.model'), hidden: true, render: row => row.model },
    ...owner,
    {
      key: 'value',
      title: t('column.value'),
      sort: 'originalValueFen',
      align: 'right',
      narrow: true,
      render: row => <MoneyText fen={row.originalValueFen} />,
    },
    {
      key: 'acceptedOn',
      title: t('column.acceptedOn'),
      narrow: true,
      render: row => <DateText at={row.acceptedOn} />,
    },
    { key: 'dueOn', title: t('column.dueOn'), sort: 'dueOn', narrow: true, render: row => <DeadlineText {...row} /> },
    { key: 'state', title: t('column.state'), narrow: true, render: row => <DutyStateTag state={row.state} /> },
    {
      key: 'workingDays',
      title: t('column.workingDays'),
      align: 'right',
      render: row => <DaysLeft days={row.workingDays} />,
    },
    {
      key: 'exemption',
      title: t('column.exemption'),
      narrow: true,
      render: row =>
        row.statement && (
          <Link to={`/duties/exemptions/${row.statement.id}`}>
            <ExemptionStateTag state={row.statement.state} />
          </Link>
        ),
    },
    {
      key: 'lifeCycle',
      title: t('column.lifeCycle'),
      narrow: true,
      render: row => t(row.lifeCycle === 'listed' ? 'listedNotShared' : `instruments:lifeCycle.${row.lifeCycle}`),
    },
  ]
}
