import { PlusOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate } from 'react-router'
import { can } from '../../../session/session.ts'
import { type Column, DataTable } from '../../../ui/DataTable.tsx'
import { DateText } from '../../../ui/DateText.tsx'
import { MoneyText } from '../../../ui/MoneyText.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { useListState } from '../../../ui/useListState.ts'
import { type RoundRow, roundList } from './api.ts'
import './panel.css'

/** The rounds of my region, or those on whose panel I sit. */
export function Component() {
  const { t } = useTranslation('panel')
  const navigate = useNavigate()
  const list = useListState([] as const, '')
  const rounds = useQuery(roundList({ page: list.page, size: list.size }))
  const columns: Column<RoundRow>[] = [
    { key: 'name', title: t('field.name'), always: true, render: row => <Link to={row.id}>{row.name}</Link> },
    { key: 'kind', title: t('field.annual'), narrow: true, render: row => t(row.annual ? 'annual' : 'single') },
    { key: 'state', title: t('column.state'), narrow: true, render: row => t(`round.${row.state}`) },
    {
      key: 'cases',
      title: t('column.cases'),
      align: 'right',
      narrow: true,
      render: row => <span className="number">{`${row.decided} / ${row.cases}`}</span>,
    },
    {
      key: 'mine',
      title: t('column.mine'),
      align: 'right',
      narrow: true,
      render: row => <span className={row.mine > 0 ? 'number todo' : 'number'}>{row.mine}</span>,
    },
    {
      key: 'budget',
      title: t('budget'),
      align: 'right',
      narrow: true,
      render: row => <MoneyText fen={row.budgetFen} />,
    },
    {
      key: 'applyUntil',
      title: t('field.applyUntil'),
      narrow: true,
      render: row => <DateText at={row.applyUntil} />,
    },
    { key: 'meetingOn', title: t('field.meetingOn'), narrow: true, render: row => <DateText at={row.meetingOn} /> },
  ]
  return (
    <>
      <PageHeader
        title={t('title')}
        note={t('note')}
        actions={
          can('purchases.convene') && (
            <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => navigate('new')}>
              {t('new')}
            </Button>
          )
        }
      />
      <DataTable
        name="rounds"
        caption={t('title')}
        columns={columns}
        rowKey={({ id }) => id}
        list={list}
        query={rounds}
        empty={{ title: t('empty.title'), text: t('empty.text') }}
      />
    </>
  )
}
