import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { can } from '../../session/session.ts'
import { ActionButton } from '../../ui/ActionButton.tsx'
import { type Column, DataTable } from '../../ui/DataTable.tsx'
import { DateText } from '../../ui/DateText.tsx'
import { SelectFilter } from '../../ui/filters.tsx'
import { notify } from '../../ui/notices.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { ProblemAlert } from '../../ui/ProblemAlert.tsx'
import { useListState } from '../../ui/useListState.ts'
import { type Job, type JobState, jobStates, jobs, useCancelJob, useRetryJob } from './api.ts'
import { DeadLetters } from './DeadLetters.tsx'
import './operations.css'

/** What goes on in the background (后台任务): mine, and for operations everybody's of their subtree. */
export function Component() {
  const { t } = useTranslation('operations')
  const list = useListState(['state'] as const, '-createdAt')
  const state = jobStates.find(each => each === list.filters.state)
  const work = useQuery(jobs(state))
  const cancel = useCancelJob()
  const retry = useRetryJob()
  const kindOf = useJobKind()

  const all = work.data?.items
  const from = (list.page - 1) * list.size
  const page = all && {
    items: all.slice(from, from + list.size),
    total: all.length,
    page: list.page,
    size: list.size,
  }

  const columns: Column<Job>[] = [
    { key: 'kind', title: t('jobs.kind'), always: true, render: kindOf },
    { key: 'by', title: t('jobs.by'), render: job => job.accountName },
    { key: 'createdAt', title: t('jobs.createdAt'), narrow: true, render: job => <DateText at={job.createdAt} /> },
    { key: 'state', title: t('jobs.state'), narrow: true, render: job => <JobTag job={job} /> },
    { key: 'progress', title: t('jobs.progress'), render: job => <JobProgress job={job} /> },
    { key: 'finishedAt', title: t('jobs.finishedAt'), narrow: true, render: job => <DateText at={job.finishedAt} /> },
    {
      key: 'action',
      title: t('jobs.action'),
      narrow: true,
      render: job =>
        job.state === 'failed' || job.state === 'cancelled' ? (
          <ActionButton size="small" onClick={() => retry.mutate(job, { onSuccess: () => notify(t('jobs.retried')) })}>
            {t('jobs.retry')}
          </ActionButton>
        ) : (
          <ActionButton
            size="small"
            refusal={job.state === 'finished' ? t('jobs.ended') : job.cancelRequested ? t('jobs.stopping') : undefined}
            onClick={() => cancel.mutate(job, { onSuccess: () => notify(t('jobs.cancelled')) })}
          >
            {t('jobs.cancel')}
          </ActionButton>
        ),
    },
  ]

  return (
    <>
      <PageHeader title={t('jobs.title')} note={t(can('operations.read') ? 'jobs.noteAll' : 'jobs.note')} />
      <ProblemAlert error={cancel.error ?? retry.error} />
      <DataTable
        name="jobs"
        caption={t('jobs.title')}
        columns={columns}
        rowKey={({ id }) => id}
        list={list}
        query={{ data: page, error: work.error, isFetching: work.isLoading, refetch: work.refetch }}
        empty={{ title: t('jobs.empty'), text: t('jobs.emptyText') }}
        filters={
          <SelectFilter
            label={t('jobs.state')}
            value={state}
            options={jobStates.map(value => ({ value, label: t(`jobs.state.${value}`) }))}
            onChange={value => list.filter({ state: value })}
          />
        }
      />
      {work.data?.more && <p className="field-note">{t('jobs.more')}</p>}
      {can('operations.read') && <DeadLetters />}
    </>
  )
}

/** "instruments.import-commit" by its own words; what has none stands for itself. */
function useJobKind() {
  const { t, i18n } = useTranslation('operations')
  return ({ kind, module }: Job) => {
    if (kind.endsWith('.audit-verification')) return t('job.audit-verification', { module: t(`module.${module}`) })
    return i18n.exists(`operations:job.${kind}`) ? t(`job.${kind}`) : kind
  }
}

const looks: Record<JobState, string> = {
  waiting: 'tag',
  running: 'tag',
  finished: 'tag tag-good',
  failed: 'tag tag-bad',
  cancelled: 'tag',
}

function JobTag({ job: { state, cancelRequested } }: { job: Job }) {
  const { t } = useTranslation('operations')
  return (
    <span className={looks[state]}>
      {t(state === 'running' && cancelRequested ? 'jobs.stopping' : `jobs.state.${state}`)}
    </span>
  )
}

function JobProgress({ job }: { job: Job }) {
  const { t } = useTranslation('operations')
  if (job.error) return <span className="job-error">{job.error}</span>
  if (job.total === 0) return null
  return (
    <span className="job-progress">
      {job.state === 'running' && <progress value={job.done} max={job.total} aria-label={t('jobs.progress')} />}
      <span className="number">
        {job.done.toLocaleString('en-US')} / {job.total.toLocaleString('en-US')}
      </span>
    </span>
  )
}
