import { useQuery } from '@tanstack/react-query'
import { Button, Drawer } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Schema } from '../../api/client.ts'
import { ConfirmButton } from '../../ui/ConfirmButton.tsx'
import { type Column, DataTable } from '../../ui/DataTable.tsx'
import { DateText } from '../../ui/DateText.tsx'
import { SearchFilter, SelectFilter } from '../../ui/filters.tsx'
import { notify } from '../../ui/notices.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { useListState } from '../../ui/useListState.ts'
import { CreateMachineKeyForm } from './CreateMachineKeyForm.tsx'
import { IssuedKey } from './IssuedKey.tsx'
import { machineKeyList, useWithdrawMachineKey } from './keysApi.ts'
import './organisations.css'

type Key = Schema<'MachineKeyRow'>
const states: Schema<'MachineKeyState'>[] = ['valid', 'expired', 'withdrawn']

/** The keys of my unit's own systems: made, their use seen, withdrawn (U-7). */
export function Component() {
  const { t } = useTranslation('keys')
  const list = useListState(['search', 'state'] as const, '-createdAt')
  const { state, ...query } = list.query
  const keys = useQuery(machineKeyList({ ...query, state: state as Key['state'] | undefined }))
  const [creating, setCreating] = useState(false)
  const [issued, setIssued] = useState<string>()

  const columns: Column<Key>[] = [
    { key: 'name', title: t('name'), sort: 'name', always: true, render: ({ name }) => name },
    { key: 'beginning', title: t('beginning'), narrow: true, render: row => <code>{row.beginning}…</code> },
    { key: 'unit', title: t('unit'), hidden: true, render: ({ unitName }) => unitName },
    {
      key: 'permissions',
      title: t('permissions'),
      render: row => row.permissions.map(name => t(`permission.${name}`)).join(t('ui:comma')),
    },
    { key: 'state', title: t('state'), narrow: true, render: ({ state }) => <KeyState state={state} /> },
    {
      key: 'lastUsedAt',
      title: t('lastUsedAt'),
      sort: 'lastUsedAt',
      narrow: true,
      render: ({ lastUsedAt, lastUsedFrom }) =>
        lastUsedAt ? (
          <div>
            <DateText at={lastUsedAt} />
            <div className="note">{lastUsedFrom}</div>
          </div>
        ) : (
          <span className="absent">{t('neverUsed')}</span>
        ),
    },
    {
      key: 'uses',
      title: t('uses'),
      align: 'right',
      narrow: true,
      render: ({ uses, turnedAway }) => (
        <div>
          <span className="number">{uses.toLocaleString()}</span>
          {turnedAway > 0 && <div className="note">{t('turnedAway', { count: turnedAway })}</div>}
        </div>
      ),
    },
    {
      key: 'perMinute',
      title: t('perMinute'),
      align: 'right',
      narrow: true,
      render: ({ perMinute }) => <span className="number">{perMinute.toLocaleString()}</span>,
    },
    {
      key: 'expiresAt',
      title: t('expiresAt'),
      sort: 'expiresAt',
      narrow: true,
      render: row => <DateText at={row.expiresAt} />,
    },
    { key: 'createdBy', title: t('createdBy'), hidden: true, render: ({ createdBy }) => createdBy },
    {
      key: 'createdAt',
      title: t('createdAt'),
      sort: 'createdAt',
      narrow: true,
      hidden: true,
      render: row => <DateText at={row.createdAt} />,
    },
    { key: 'withdraw', title: t('action'), narrow: true, render: row => <Withdraw row={row} /> },
  ]

  return (
    <>
      <PageHeader
        title={t('title')}
        note={t('note')}
        actions={
          <Button type="primary" onClick={() => setCreating(true)}>
            {t('create')}
          </Button>
        }
      />
      <DataTable
        name="machine-keys"
        caption={t('title')}
        columns={columns}
        rowKey={({ id }) => id}
        list={list}
        query={keys}
        empty={{ title: t('empty.title'), text: t('empty.text') }}
        filters={
          <>
            <SearchFilter
              label={t('search')}
              value={list.filters.search}
              onChange={search => list.filter({ search })}
            />
            <SelectFilter
              label={t('state')}
              value={list.filters.state}
              options={states.map(value => ({ value, label: t(`state.${value}`) }))}
              onChange={value => list.filter({ state: value })}
            />
          </>
        }
      />
      <Drawer
        open={creating}
        onClose={() => setCreating(false)}
        size="min(520px, 100vw)"
        title={t('create')}
        destroyOnHidden
      >
        <CreateMachineKeyForm
          onCancel={() => setCreating(false)}
          onIssued={key => {
            setCreating(false)
            setIssued(key)
          }}
        />
      </Drawer>
      <IssuedKey secret={issued} onClose={() => setIssued(undefined)} />
    </>
  )
}

function KeyState({ state }: Pick<Key, 'state'>) {
  const { t } = useTranslation('keys')
  const tone = { valid: 'tag tag-good', expired: 'tag', withdrawn: 'tag tag-bad' }[state]
  return <span className={tone}>{t(`state.${state}`)}</span>
}

function Withdraw({ row }: { row: Key }) {
  const { t } = useTranslation('keys')
  const withdraw = useWithdrawMachineKey(row.id)
  if (row.withdrawnAt) return <span className="note">{t('withdrawnBy', { name: row.withdrawnBy })}</span>
  if (row.state === 'expired') return null
  return (
    <ConfirmButton
      size="small"
      danger
      title={t('withdraw.title')}
      consequence={t('withdraw.text', { name: row.name })}
      confirmText={t('withdraw')}
      onConfirm={async () => {
        await withdraw.mutateAsync({ reason: null })
        notify(t('withdraw.done', { name: row.name }))
      }}
    >
      {t('withdraw')}
    </ConfirmButton>
  )
}
