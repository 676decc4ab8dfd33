import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { type Column, DataTable } from '../../ui/DataTable.tsx'
import { DateText } from '../../ui/DateText.tsx'
import { SearchFilter, SelectFilter } from '../../ui/filters.tsx'
import { MoneyText } from '../../ui/MoneyText.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { useListState } from '../../ui/useListState.ts'
import { type CardRow, cardList } from './api.ts'
import './assets.css'

/** The mapping asset card ↔ instrument as the packages left it (I-8). */
export function Component() {
  const { t } = useTranslation('assets')
  const list = useListState(['search', 'standing'] as const, '-valueFen')
  const cards = useQuery(cardList(list.query))
  return (
    <>
      <PageHeader title={t('cards.title')} note={t('cards.note')} />
      <DataTable
        name="asset-cards"
        caption={t('cards.title')}
        columns={useColumns()}
        rowKey={({ id }) => id}
        list={list}
        query={cards}
        empty={{ title: t('cards.empty'), text: t('cards.emptyText') }}
        filters={
          <>
            <SearchFilter
              label={t('cards.search')}
              value={list.filters.search}
              onChange={search => list.filter({ search })}
            />
            <SelectFilter
              label={t('cards.standing')}
              value={list.filters.standing}
              options={['linked', 'unlinked', 'gone'].map(value => ({ value, label: t(`standing.${value}`) }))}
              onChange={standing => list.filter({ standing })}
            />
          </>
        }
      />
    </>
  )
}

function useColumns(): Column<CardRow>[] {
  const { t } = useTranslation('assets')
  return [
    {
      key: 'name',
      title: t('column.name'),
      always: true,
      sort: 'nameZh',
      render: card => (
        <>
          {card.nameZh}
          <div className="field-note">{card.model}</div>
        </>
      ),
    },
    {
      key: 'number',
      title: t('column.card'),
      sort: 'cardNumber',
      narrow: true,
      render: card => <span className="number">{card.cardNumber}</span>,
    },
    {
      key: 'value',
      title: t('column.cardFen'),
      sort: 'valueFen',
      align: 'right',
      narrow: true,
      render: card => <MoneyText fen={card.valueFen} />,
    },
    {
      key: 'bookedOn',
      title: t('column.bookedOn'),
      sort: 'bookedOn',
      narrow: true,
      render: card => <DateText at={card.bookedOn} />,
    },
    { key: 'department', title: t('column.department'), render: card => card.department },
    {
      key: 'instrument',
      title: t('column.instrument'),
      render: ({ instrument, linkedBy }) =>
        instrument ? (
          <>
            <Link to={`/instruments/${instrument.id}`}>{instrument.nameZh ?? t('unnamed')}</Link>
            <div className="field-note">
              {[instrument.assetNumber, linkedBy && t(`linkedBy.${linkedBy}`)].filter(Boolean).join(' · ')}
            </div>
          </>
        ) : (
          <span className="tag">{t('standing.unlinked')}</span>
        ),
    },
    {
      key: 'seen',
      title: t('column.lastSeen'),
      sort: 'lastSeenAt',
      narrow: true,
      render: card => (
        <>
          <DateText at={card.lastSeenAt} /> {card.goneAt && <span className="tag tag-bad">{t('standing.gone')}</span>}
        </>
      ),
    },
  ]
}
