import { PlusOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button, Dropdown } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate } from 'react-router'
import { SavedFilters } from '../../../session/SavedFilters.tsx'
import { can, useAccount } from '../../../session/session.ts'
import { type Column, DataTable } from '../../../ui/DataTable.tsx'
import { DateText } from '../../../ui/DateText.tsx'
import { ExportMenu } from '../../../ui/ExportMenu.tsx'
import { SearchFilter, SelectFilter } from '../../../ui/filters.tsx'
import { MoneyText } from '../../../ui/MoneyText.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { useListState } from '../../../ui/useListState.ts'
import '../instruments.css'
import { LifeCycleTag, lifeCycles } from '../LifeCycleTag.tsx'
import { RegionPicker } from '../RegionPicker.tsx'
import { UnitFilter } from '../registry/UnitFilter.tsx'
import { type CarrierQuery, type CarrierRow, carrierKinds, carrierList } from './carriersApi.ts'

/** The facilities, centres and service units of my subtree, drafts included (I-1, X-4). */
export function Component() {
  const { t } = useTranslation(['carriers', 'instruments'])
  const ownUnit = useAccount().organisation.tier === 'unit'
  const list = useListState(['search', 'kind', 'lifeCycle', 'unitId', 'regionCode'] as const, '-updatedAt')
  const query = list.query as CarrierQuery
  const carriers = useQuery(carrierList(query))

  return (
    <>
      <PageHeader title={t('title')} note={t('note')} actions={can('instruments.edit') && <RegisterButton />} />
      <DataTable
        name="carriers"
        caption={t('title')}
        columns={useColumns(ownUnit)}
        rowKey={({ id }) => id}
        list={list}
        query={carriers}
        empty={{
          title: t('empty.title'),
          text: t(can('instruments.edit') ? 'empty.text' : 'empty.textOthers'),
          action: can('instruments.edit') && <RegisterButton />,
        }}
        actions={
          <>
            <SavedFilters list="carriers" />
            <ExportMenu address="/api/instruments/carriers/export" query={query} total={carriers.data?.total ?? 0} />
          </>
        }
        filters={
          <>
            <SearchFilter
              label={t('filter.search')}
              value={list.filters.search}
              onChange={search => list.filter({ search })}
            />
            <SelectFilter
              label={t('column.kind')}
              value={list.filters.kind}
              options={carrierKinds.map(value => ({ value, label: t(`instruments:code.carrierType.${value}`) }))}
              onChange={kind => list.filter({ kind })}
            />
            <SelectFilter
              label={t('instruments:column.lifeCycle')}
              value={list.filters.lifeCycle}
              options={lifeCycles.map(value => ({ value, label: t(`instruments:lifeCycle.${value}`) }))}
              onChange={lifeCycle => list.filter({ lifeCycle })}
            />
            {!ownUnit && (
              <>
                <UnitFilter value={list.filters.unitId} onChange={unitId => list.filter({ unitId })} />
                <RegionPicker
                  className="select-filter"
                  aria-label={t('instruments:filter.region')}
                  placeholder={t('instruments:filter.region')}
                  {...(list.filters.regionCode ? { value: list.filters.regionCode } : {})}
                  onChange={regionCode => list.filter({ regionCode })}
                />
              </>
            )}
          </>
        }
      />
    </>
  )
}

/** The kind is chosen first: each has fields of its own. */
function RegisterButton() {
  const { t } = useTranslation(['carriers', 'instruments'])
  const navigate = useNavigate()
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: carrierKinds.map(kind => ({ key: kind, label: t(`instruments:code.carrierType.${kind}`) })),
        onClick: ({ key }) => navigate(`/instruments/carriers/new?kind=${key}`),
      }}
    >
      <Button type="primary" icon={<PlusOutlined aria-hidden />}>
        {t('register')}
      </Button>
    </Dropdown>
  )
}

function useColumns(ownUnit: boolean): Column<CarrierRow>[] {
  const { t } = useTranslation(['carriers', 'instruments'])
  const unit: Column<CarrierRow> = {
    key: 'unit',
    title: t('instruments:column.unit'),
    sort: 'unitName',
    render: row => row.unitName,
  }
  return [
    {
      key: 'name',
      title: t('column.name'),
      sort: 'nameZh',
      always: true,
      render: ({ id, nameZh }) => <Link to={`/instruments/carriers/${id}`}>{nameZh ?? t('instruments:unnamed')}</Link>,
    },
    { key: 'kind', title: t('column.kind'), render: row => t(`instruments:code.carrierType.${row.kind}`) },
    {
      key: 'number',
      title: t('column.number'),
      sort: 'number',
      narrow: true,
      render: row => <span className="number">{row.number}</span>,
    },
    ...(ownUnit ? [] : [unit]),
    {
      key: 'instruments',
      title: t('column.instruments'),
      align: 'right',
      narrow: true,
      render: row => <span className="number">{row.instruments.toLocaleString('en-US')}</span>,
    },
    {
      key: 'value',
      title: t('column.value'),
      align: 'right',
      narrow: true,
      render: row => <MoneyText fen={row.valueFen} />,
    },
    {
      key: 'lifeCycle',
      title: t('instruments:column.lifeCycle'),
      narrow: true,
      render: row => <LifeCycleTag lifeCycle={row.lifeCycle} />,
    },
    {
      key: 'submittedAt',
      title: t('instruments:column.submittedAt'),
      sort: 'submittedAt',
      narrow: true,
      hidden: true,
      render: row => <DateText at={row.submittedAt} />,
    },
    {
      key: 'updatedAt',
      title: t('instruments:column.updatedAt'),
      sort: 'updatedAt',
      narrow: true,
      render: row => <DateText at={row.updatedAt} />,
    },
  ]
}
