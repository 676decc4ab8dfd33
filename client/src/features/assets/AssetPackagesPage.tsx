import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate } from 'react-router'
import { can, useAccount } from '../../session/session.ts'
import { type Column, DataTable } from '../../ui/DataTable.tsx'
import { DateText } from '../../ui/DateText.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { useListState } from '../../ui/useListState.ts'
import { kinds, type PackageRow, packageList } from './api.ts'
import './assets.css'
import { PackageStateTag } from './PackageStateTag.tsx'
import { SendPackage } from './SendPackage.tsx'

/** Packages of asset cards that were sent in: who, when, what was found, what was done (I-8). */
export function Component() {
  const { t } = useTranslation('assets')
  const navigate = useNavigate()
  const ownUnit = useAccount().organisation.tier === 'unit'
  const list = useListState([] as const, '')
  const { page, size } = list.query
  const packages = useQuery(packageList({ page, size }))
  return (
    <>
      <PageHeader
        title={t('title')}
        note={t('note')}
        actions={<Button onClick={() => navigate('cards')}>{t('cards.title')}</Button>}
      />
      {ownUnit && can('instruments.import') && <SendPackage />}
      <DataTable
        name="asset-packages"
        caption={t('history')}
        columns={useColumns(ownUnit)}
        rowKey={({ id }) => id}
        list={list}
        query={packages}
        empty={{ title: t('empty.title'), text: t(ownUnit ? 'empty.text' : 'empty.textOthers') }}
      />
    </>
  )
}

function useColumns(ownUnit: boolean): Column<PackageRow>[] {
  const { t } = useTranslation('assets')
  return [
    {
      key: 'file',
      title: t('column.file'),
      always: true,
      render: ({ id, fileName }) => <Link to={`/assets/${id}`}>{fileName}</Link>,
    },
    ...(ownUnit ? [] : [{ key: 'unit', title: t('column.unit'), render: (row: PackageRow) => row.unitName }]),
    { key: 'state', title: t('column.state'), narrow: true, render: row => <PackageStateTag state={row.state} /> },
    { key: 'at', title: t('column.at'), narrow: true, render: row => <DateText at={row.createdAt} /> },
    { key: 'by', title: t('column.by'), narrow: true, render: row => row.by },
    {
      key: 'cards',
      title: t('column.cards'),
      align: 'right',
      narrow: true,
      render: ({ counts }) => (
        <span className="number">
          {counts.taken.toLocaleString('en-US')} / {counts.cards.toLocaleString('en-US')}
        </span>
      ),
    },
    { key: 'found', title: t('column.found'), render: row => <Found row={row} /> },
    { key: 'done', title: t('column.done'), align: 'right', narrow: true, render: row => <Done row={row} /> },
  ]
}

function Found({ row }: { row: PackageRow }) {
  const { t } = useTranslation('assets')
  const found = kinds
    .map(kind => ({ kind, count: sum(row.findings.filter(each => each.kind === kind)) }))
    .filter(({ count }) => count > 0)
  if (found.length === 0) return <span className="absent">{t('found.nothing')}</span>
  return found.map(({ kind, count }) => `${t(`kind.${kind}`)} ${count}`).join(' · ')
}

function Done({ row }: { row: PackageRow }) {
  const { t } = useTranslation('assets')
  const all = sum(row.findings)
  const done = sum(row.findings.filter(({ state }) => state === 'done' || state === 'dismissed'))
  return all === 0 ? <span className="absent">{t('none')}</span> : <span className="number">{`${done} / ${all}`}</span>
}

const sum = (tallies: { count: number }[]) => tallies.reduce((total, { count }) => total + count, 0)
