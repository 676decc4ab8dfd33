import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link, useLocation, useNavigate } from 'react-router'
import type { Schema } from '../../api/client.ts'
import { type Column, DataTable } from '../../ui/DataTable.tsx'
import { DateText } from '../../ui/DateText.tsx'
import { ExportMenu } from '../../ui/ExportMenu.tsx'
import { SearchFilter, SelectFilter } from '../../ui/filters.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { useListState } from '../../ui/useListState.ts'
import { useUrlState } from '../../ui/useUrlState.ts'
import { AccountStateTag } from './AccountStateTag.tsx'
import { accountList, roleList } from './accountsApi.ts'
import { EditAccountDrawer } from './EditAccountDrawer.tsx'
import './organisations.css'

/** The accounts of my subtree (U-11); the one being edited stands beside the list and in the address. */
export function Component() {
  const { t } = useTranslation(['units', 'session'])
  const navigate = useNavigate()
  const list = useListState(['search', 'role', 'disabled'] as const, 'userName')
  const [{ edit }, changeUrl] = useUrlState(['edit'] as const)
  const { disabled, ...query } = list.query
  const asked = { ...query, disabled: disabled ? disabled === 'true' : undefined }
  const accounts = useQuery(accountList(asked))
  const roles = useQuery(roleList).data ?? []
  const editing = useEditLink()

  const columns: Column<Schema<'AccountRow'>>[] = [
    {
      key: 'displayName',
      title: t('account.displayName'),
      sort: 'displayName',
      always: true,
      render: ({ id, displayName }) => <Link to={editing(id)}>{displayName}</Link>,
    },
    { key: 'userName', title: t('account.userName'), sort: 'userName', narrow: true, render: row => row.userName },
    {
      key: 'organisation',
      title: t('account.organisation'),
      sort: 'organisation',
      render: row => row.organisationName,
    },
    {
      key: 'roles',
      title: t('account.roles'),
      render: row => row.roles.map(role => t(`session:role.${role}`)).join(t('ui:comma')),
    },
    { key: 'state', title: t('account.state'), narrow: true, render: row => <AccountStateTag account={row} /> },
    {
      key: 'lastSignInAt',
      title: t('account.lastSignInAt'),
      narrow: true,
      render: row => <DateText at={row.lastSignInAt} />,
    },
    {
      key: 'totp',
      title: t('account.totp'),
      narrow: true,
      hidden: true,
      render: row => t(row.totp ? 'account.totpOn' : 'account.totpOff'),
    },
    {
      key: 'createdAt',
      title: t('account.createdAt'),
      narrow: true,
      render: row => <DateText at={row.createdAt} />,
    },
  ]

  return (
    <>
      <PageHeader
        title={t('accounts.title')}
        actions={
          <>
            <Button onClick={() => navigate('invite')}>{t('accounts.invite')}</Button>
            <Button type="primary" onClick={() => navigate('new')}>
              {t('accounts.create')}
            </Button>
          </>
        }
      />
      <DataTable
        name="accounts"
        caption={t('accounts.title')}
        columns={columns}
        rowKey={({ id }) => id}
        list={list}
        query={accounts}
        empty={{ title: t('accounts.empty.title'), text: t('accounts.empty.text') }}
        actions={<ExportMenu address="/api/units/accounts/export" query={asked} total={accounts.data?.total ?? 0} />}
        filters={
          <>
            <SearchFilter
              label={t('accounts.search')}
              value={list.filters.search}
              onChange={search => list.filter({ search })}
            />
            <SelectFilter
              label={t('account.roles')}
              value={list.filters.role}
              options={roles.map(({ name }) => ({ value: name, label: t(`session:role.${name}`) }))}
              onChange={role => list.filter({ role })}
            />
            <SelectFilter
              label={t('account.state')}
              value={list.filters.disabled}
              options={[
                { value: 'false', label: t('account.active') },
                { value: 'true', label: t('account.disabled') },
              ]}
              onChange={value => list.filter({ disabled: value })}
            />
          </>
        }
      />
      <EditAccountDrawer
        person={accounts.data?.items.find(({ id }) => id === edit)}
        onClose={() => changeUrl({ edit: undefined })}
      />
    </>
  )
}

function useEditLink() {
  const { search } = useLocation()
  return (id: string) => {
    const query = new URLSearchParams(search)
    query.set('edit', id)
    return `?${query}`
  }
}
