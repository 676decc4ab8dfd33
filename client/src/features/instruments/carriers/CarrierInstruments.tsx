import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { type Column, DataTable } from '../../../ui/DataTable.tsx'
import { MoneyText } from '../../../ui/MoneyText.tsx'
import { useListState } from '../../../ui/useListState.ts'
import { type InstrumentQuery, type InstrumentRow, instrumentList } from '../api.ts'
import { LifeCycleTag } from '../LifeCycleTag.tsx'
import type { Carrier } from './carriersApi.ts'

/** What belongs to it, by the kind and number in the instruments' own records. */
export function CarrierInstruments({ carrier }: { carrier: Carrier }) {
  const { t } = useTranslation(['carriers', 'instruments'])
  const list = useListState([], '-originalValueFen')
  const query = {
    ...list.query,
    unitId: carrier.unitId,
    carrierType: carrier.kind,
    carrierNumber: carrier.record.number,
  } as InstrumentQuery
  const instruments = useQuery(instrumentList(query))
  const columns: Column<InstrumentRow>[] = [
    {
      key: 'name',
      title: t('instruments:column.name'),
      sort: 'nameZh',
      always: true,
      render: ({ id, nameZh }) => <Link to={`/instruments/${id}`}>{nameZh ?? t('instruments:unnamed')}</Link>,
    },
    {
      key: 'assetNumber',
      title: t('instruments:column.assetNumber'),
      sort: 'assetNumber',
      narrow: true,
      render: row => <span className="number">{row.assetNumber ?? '—'}</span>,
    },
    { key: 'model', title: t('instruments:column.model'), render: row => row.model },
    {
      key: 'value',
      title: t('instruments:column.value'),
      sort: 'originalValueFen',
      align: 'right',
      narrow: true,
      render: row => <MoneyText fen={row.originalValueFen} />,
    },
    {
      key: 'lifeCycle',
      title: t('instruments:column.lifeCycle'),
      narrow: true,
      render: row => <LifeCycleTag lifeCycle={row.lifeCycle} />,
    },
  ]
  return (
    <DataTable
      name="carrier-instruments"
      caption={t('part.instruments')}
      columns={columns}
      rowKey={({ id }) => id}
      list={list}
      query={instruments}
      empty={{ title: t('noInstruments.title'), text: t('noInstruments.text') }}
    />
  )
}
