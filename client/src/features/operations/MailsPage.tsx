import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { type Column, DataTable } from '../../ui/DataTable.tsx'
import { DateText } from '../../ui/DateText.tsx'
import { SearchFilter, SelectFilter } from '../../ui/filters.tsx'
import { notify } from '../../ui/notices.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { ProblemAlert } from '../../ui/ProblemAlert.tsx'
import { useListState } from '../../ui/useListState.ts'
import { type Mail, type MailState, mailServer, mailStates, mails, useRetryMail } from './api.ts'
import './operations.css'

/** The mail outbox 邮件发件箱: what waits, what went out, what was given up and why. */
export function Component() {
  const { t } = useTranslation('operations')
  const list = useListState(['search', 'state'] as const, '-createdAt')
  const { search, state } = list.filters
  const outbox = useQuery(
    mails({ page: list.page, size: list.size, search, state: mailStates.find(each => each === state) }),
  )
  const { data: server } = useQuery(mailServer)
  const retry = useRetryMail()

  const columns: Column<Mail>[] = [
    { key: 'mail', title: t('mails.mail'), always: true, render: mail => <MailText mail={mail} /> },
    { key: 'to', title: t('mails.to'), render: mail => mail.name },
    { key: 'organisation', title: t('mails.organisation'), render: mail => mail.organisationName },
    { key: 'address', title: t('mails.address'), render: mail => <span className="mail-address">{mail.address}</span> },
    {
      key: 'createdAt',
      title: t('mails.createdAt'),
      narrow: true,
      render: mail => <DateText at={mail.createdAt} />,
    },
    { key: 'state', title: t('mails.state'), narrow: true, render: mail => <StateTag state={mail.state} /> },
    {
      key: 'sending',
      title: t('mails.sending'),
      render: mail => (
        <>
          <Sending mail={mail} />
          {mail.state === 'dead' && (
            <Button
              size="small"
              loading={retry.isPending && retry.variables === mail.id}
              onClick={() => retry.mutate(mail.id, { onSuccess: () => notify(t('mails.retried')) })}
            >
              {t('mails.retry')}
            </Button>
          )}
        </>
      ),
    },
  ]

  return (
    <>
      <PageHeader
        title={t('mails.title')}
        note={server && (server.address ? t('mails.sentAs', { address: server.address }) : t('mails.noServer'))}
      />
      <ProblemAlert error={retry.error} />
      <DataTable
        name="mails"
        caption={t('mails.title')}
        columns={columns}
        rowKey={({ id }) => id}
        list={list}
        query={outbox}
        empty={{ title: t('mails.empty'), text: t('mails.emptyText') }}
        filters={
          <>
            <SearchFilter label={t('mails.search')} value={search} onChange={text => list.filter({ search: text })} />
            <SelectFilter
              label={t('mails.state')}
              value={state}
              options={mailStates.map(value => ({ value, label: t(`mails.state.${value}`) }))}
              onChange={value => list.filter({ state: value })}
            />
          </>
        }
      />
    </>
  )
}

function MailText({ mail }: { mail: Mail }) {
  return (
    <details className="mail-text">
      <summary>{mail.subject}</summary>
      <pre>{mail.text}</pre>
    </details>
  )
}

function StateTag({ state }: { state: MailState }) {
  const { t } = useTranslation('operations')
  const look = { waiting: 'tag', sent: 'tag tag-good', dead: 'tag tag-bad' }[state]
  return <span className={look}>{t(`mails.state.${state}`)}</span>
}

function Sending({ mail }: { mail: Mail }) {
  const { t } = useTranslation('operations')
  if (mail.state === 'sent') return <DateText at={mail.sentAt} />
  if (mail.attempts === 0) return t('mails.notTried')
  return (
    <>
      {t('mails.attempts', { number: mail.attempts })}
      {mail.error && <div className="field-note">{mail.error}</div>}
    </>
  )
}
