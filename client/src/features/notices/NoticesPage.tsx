import { useQuery } from '@tanstack/react-query'
import { Button, Checkbox } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { type Notice, noticeList, useReadAllNotices, useReadNotice } from '../../session/notices.ts'
import { type Column, DataTable } from '../../ui/DataTable.tsx'
import { DateText } from '../../ui/DateText.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { ProblemAlert } from '../../ui/ProblemAlert.tsx'
import { useListState } from '../../ui/useListState.ts'
import './notices.css'

/** What I was told of (通知), newest first; each leads to the page where it is dealt with. */
export function Component() {
  const { t } = useTranslation('notices')
  const list = useListState(['unread'] as const, '-raisedAt')
  const unreadOnly = list.filters.unread === 'true'
  const notices = useQuery(
    noticeList({ page: list.page, size: list.size, ...(unreadOnly ? { unread: true } : undefined) }),
  )
  const read = useReadNotice()
  const readAll = useReadAllNotices()
  const newest = notices.data?.items[0]

  const columns: Column<Notice>[] = [
    {
      key: 'text',
      title: t('title'),
      always: true,
      render: notice => <NoticeText notice={notice} onOpen={() => !notice.readAt && read.mutate(notice.id)} />,
    },
    { key: 'raisedAt', title: t('at'), narrow: true, render: ({ raisedAt }) => <DateText at={raisedAt} /> },
    {
      key: 'read',
      title: t('state'),
      narrow: true,
      render: notice =>
        notice.readAt ? (
          <DateText at={notice.readAt} />
        ) : (
          <Button size="small" onClick={() => read.mutate(notice.id)}>
            {t('read')}
          </Button>
        ),
    },
  ]

  return (
    <>
      <PageHeader title={t('title')} note={t('note')} />
      <ProblemAlert error={read.error ?? readAll.error} />
      <DataTable
        name="notices"
        caption={t('title')}
        columns={columns}
        rowKey={({ id }) => id}
        list={list}
        query={notices}
        empty={{ title: t('empty.title'), text: t('empty.text') }}
        filters={
          <Checkbox
            checked={unreadOnly}
            onChange={event => list.filter({ unread: event.target.checked ? 'true' : undefined })}
          >
            {t('unreadOnly')}
          </Checkbox>
        }
        actions={
          <Button
            loading={readAll.isPending}
            disabled={!newest}
            onClick={() => newest && readAll.mutate(list.page === 1 ? newest.raisedAt : new Date().toISOString())}
          >
            {t('readAll')}
          </Button>
        }
      />
    </>
  )
}

function NoticeText({ notice, onOpen }: { notice: Notice; onOpen: () => void }) {
  const { t } = useTranslation('notices')
  return (
    <div className={notice.readAt ? 'notice-line' : 'notice-line notice-line-unread'}>
      {!notice.readAt && <span className="visually-hidden">{t('unread')}</span>}
      <Link to={notice.link} onClick={onOpen}>
        {t(`kind.${notice.kind}`, notice.words)}
      </Link>
      {notice.dueOn && <span className="tag tag-bad">{t('due', { day: notice.dueOn })}</span>}
    </div>
  )
}
