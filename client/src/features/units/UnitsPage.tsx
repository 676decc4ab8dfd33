import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate } from 'react-router'
import type { Schema } from '../../api/client.ts'
import { SavedFilters } from '../../session/SavedFilters.tsx'
import { can } from '../../session/session.ts'
import { ActionButton } from '../../ui/ActionButton.tsx'
import { type Column, DataTable } from '../../ui/DataTable.tsx'
import { SearchFilter, SelectFilter } from '../../ui/filters.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { useListState } from '../../ui/useListState.ts'
import { managingUnitList, organisationTree, regions } from './api.ts'
import { unitKinds } from './unitKinds.ts'

const filterNames = ['search', 'kind', 'supervisorId', 'leagueCode', 'centralLevel'] as const

/** The managing units of my subtree (U-1). */
export function Component() {
  const { t } = useTranslation(['units', 'changes'])
  const navigate = useNavigate()
  const list = useListState(filterNames, 'name')
  const { centralLevel, kind, ...query } = list.query
  const units = useQuery(
    managingUnitList({
      ...query,
      kind: kind as Schema<'UnitKind'> | undefined,
      centralLevel: centralLevel ? centralLevel === 'true' : undefined,
    }),
  )
  const supervisors = useQuery(organisationTree).data?.filter(({ tier }) => tier === 'supervisor') ?? []
  const leagues = useQuery(regions).data?.filter(({ level }) => level === 'leagueOrCity') ?? []
  const leagueNames = new Map(leagues.map(({ code, name }) => [code, name]))

  const columns: Column<Schema<'ManagingUnitRow'>>[] = [
    {
      key: 'name',
      title: t('field.name'),
      sort: 'name',
      always: true,
      render: ({ id, name, closedOn }) => (
        <>
          <Link to={id}>{name}</Link> {closedOn && <span className="tag">{t('changes:event.closed')}</span>}
        </>
      ),
    },
    {
      key: 'creditCode',
      title: t('field.creditCode'),
      sort: 'creditCode',
      narrow: true,
      render: ({ creditCode }) => <span className="number">{creditCode}</span>,
    },
    { key: 'kind', title: t('field.kind'), sort: 'kind', narrow: true, render: row => t(`kind.${row.kind}`) },
    { key: 'supervisor', title: t('field.supervisor'), render: ({ supervisorName }) => supervisorName },
    {
      key: 'league',
      title: t('field.league'),
      sort: 'leagueCode',
      narrow: true,
      render: ({ leagueCode }) => leagueNames.get(leagueCode) ?? leagueCode,
    },
    {
      key: 'centralLevel',
      title: t('field.centralLevel'),
      narrow: true,
      render: row => t(row.centralLevel ? 'level.central' : 'level.local'),
    },
  ]

  return (
    <>
      <PageHeader
        title={t('title')}
        actions={
          <ActionButton
            type="primary"
            refusal={can('units.manage') ? undefined : t('register.refusal')}
            onClick={() => navigate('new')}
          >
            {t('register.title')}
          </ActionButton>
        }
      />
      <DataTable
        name="managing-units"
        caption={t('title')}
        columns={columns}
        rowKey={({ id }) => id}
        list={list}
        query={units}
        empty={{ title: t('empty.title'), text: t('empty.text') }}
        actions={<SavedFilters list="units" />}
        filters={
          <>
            <SearchFilter
              label={t('filter.search')}
              value={list.filters.search}
              onChange={search => list.filter({ search })}
            />
            <SelectFilter
              label={t('field.kind')}
              value={list.filters.kind}
              options={unitKinds.map(value => ({ value, label: t(`kind.${value}`) }))}
              onChange={value => list.filter({ kind: value })}
            />
            {supervisors.length > 1 && (
              <SelectFilter
                label={t('field.supervisor')}
                value={list.filters.supervisorId}
                options={supervisors.map(({ id, name }) => ({ value: id, label: name }))}
                onChange={supervisorId => list.filter({ supervisorId })}
              />
            )}
            <SelectFilter
              label={t('field.league')}
              value={list.filters.leagueCode}
              options={leagues.map(({ code, name }) => ({ value: code, label: name }))}
              onChange={leagueCode => list.filter({ leagueCode })}
            />
            <SelectFilter
              label={t('field.centralLevel')}
              value={list.filters.centralLevel}
              options={[
                { value: 'true', label: t('level.central') },
                { value: 'false', label: t('level.local') },
              ]}
              onChange={value => list.filter({ centralLevel: value })}
            />
          </>
        }
      />
    </>
  )
}
