import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate } from 'react-router'
import { ConfirmButton } from '../../../ui/ConfirmButton.tsx'
import { type Column, DataTable } from '../../../ui/DataTable.tsx'
import { DateText } from '../../../ui/DateText.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { useListState } from '../../../ui/useListState.ts'
import { type ImportListRow, importList, isBusy, useDeleteImport } from './api.ts'
import './imports.css'

/** The lists that were sent in before, newest first (I-9). */
export function Component() {
  const { t } = useTranslation('imports')
  const navigate = useNavigate()
  const list = useListState([] as const, '')
  const { page, size } = list.query
  const imports = useQuery({
    ...importList({ page, size }),
    refetchInterval: query => (query.state.data?.items.some(isBusy) ? 2000 : false),
  })
  const discard = useDeleteImport()
  const count = (row: ImportListRow, value: number) =>
    row.state === 'done' || row.state === 'ready' ? (
      <span className="number">{value.toLocaleString('en-US')}</span>
    ) : (
      <span className="absent">—</span>
    )

  const columns: Column<ImportListRow>[] = [
    {
      key: 'file',
      title: t('column.file'),
      always: true,
      render: ({ id, fileName }) => <Link to={`/instruments/imports/${id}`}>{fileName}</Link>,
    },
    { key: 'state', title: t('column.state'), narrow: true, render: row => <StateTag state={row.state} /> },
    { key: 'rows', title: t('column.rows'), align: 'right', narrow: true, render: row => count(row, row.rows) },
    {
      key: 'created',
      title: t('column.created'),
      align: 'right',
      narrow: true,
      render: row => count(row, row.created),
    },
    {
      key: 'changed',
      title: t('column.changed'),
      align: 'right',
      narrow: true,
      render: row => count(row, row.changed),
    },
    {
      key: 'refused',
      title: t('column.refused'),
      align: 'right',
      narrow: true,
      render: row => count(row, row.refused),
    },
    { key: 'by', title: t('column.by'), narrow: true, render: row => row.by },
    { key: 'at', title: t('column.at'), narrow: true, render: row => <DateText at={row.createdAt} /> },
    {
      key: 'discard',
      title: t('column.discard'),
      narrow: true,
      render: row =>
        row.state !== 'done' &&
        row.state !== 'committing' && (
          <ConfirmButton
            size="small"
            title={t('discard.title')}
            consequence={t('discard.text', { name: row.fileName })}
            confirmText={t('discard.confirm')}
            onConfirm={() => discard.mutateAsync(row.id)}
          >
            {t('discard.confirm')}
          </ConfirmButton>
        ),
    },
  ]

  return (
    <>
      <PageHeader
        title={t('title')}
        note={t('note')}
        actions={
          <Button type="primary" onClick={() => navigate('new')}>
            {t('start')}
          </Button>
        }
      />
      <DataTable
        name="imports"
        caption={t('title')}
        columns={columns}
        rowKey={({ id }) => id}
        list={list}
        query={imports}
        empty={{
          title: t('empty.title'),
          text: t('empty.text'),
          action: (
            <Button type="primary" onClick={() => navigate('new')}>
              {t('start')}
            </Button>
          ),
        }}
      />
    </>
  )
}

function StateTag({ state }: { state: ImportListRow['state'] }) {
  const { t } = useTranslation('imports')
  const look = state === 'done' ? 'tag tag-good' : state === 'failed' ? 'tag tag-bad' : 'tag'
  return <span className={look}>{t(`state.${state}`)}</span>
}
