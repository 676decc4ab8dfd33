import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate } from 'react-router'
import type { Schema } from '../../api/client.ts'
import { type Column, DataTable } from '../../ui/DataTable.tsx'
import { DateText } from '../../ui/DateText.tsx'
import { SearchFilter, SelectFilter } from '../../ui/filters.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { useListState } from '../../ui/useListState.ts'
import { AccountStateTag } from './AccountStateTag.tsx'
import { accountList, roleList } from './accountsApi.ts'

/** The accounts of my subtree (U-11). */
export function Component() {
  const { t } = useTranslation(['units', 'session'])
  const navigate = useNavigate()
  const list = useListState(['search', 'role', 'disabled'] as const, 'displayName')
  const { disabled, ...query } = list.query
  const accounts = useQuery(accountList({ ...query, disabled: disabled ? disabled === 'true' : undefined }))
  const roles = useQuery(roleList).data ?? []

  const columns: Column<Schema<'AccountRow'>>[] = [
    {
      key: 'displayName',
      title: t('account.displayName'),
      sort: 'displayName',
      always: true,
      render: ({ id, displayName }) => <Link to={id}>{displayName}</Link>,
    },
    { key: 'userName', title: t('account.userName'), sort: 'userName', narrow: true, render: row => row.userName },
    { key: 'organisation', title: t('account.organisation'), render: row => row.organisationName },
    {
      key: 'roles',
      title: t('account.roles'),
      render: row => row.roles.map(role => t(`session:role.${role}`)).join('、'),
    },
    { key: 'state', title: t('account.state'), narrow: true, render: row => <AccountStateTag account={row} /> },
    {
      key: 'lastSignInAt',
      title: t('account.lastSignInAt'),
      narrow: true,
      render: row => <DateText at={row.lastSignInAt} />,
    },
  ]

  return (
    <>
      <PageHeader
        title={t('accounts.title')}
        actions={
          <Button type="primary" onClick={() => navigate('new')}>
            {t('accounts.create')}
          </Button>
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
    </>
  )
}
