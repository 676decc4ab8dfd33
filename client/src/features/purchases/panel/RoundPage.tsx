import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { Button, Form, Input } from 'antd'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, type LoaderFunctionArgs, useParams } from 'react-router'
import { queryClient } from '../../../api/client.ts'
import { ConfirmButton } from '../../../ui/ConfirmButton.tsx'
import { ExportMenu } from '../../../ui/ExportMenu.tsx'
import { MoneyText } from '../../../ui/MoneyText.tsx'
import { notify } from '../../../ui/notices.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { ProblemAlert } from '../../../ui/ProblemAlert.tsx'
import { SubmitForm } from '../../../ui/SubmitForm.tsx'
import { useUrlState } from '../../../ui/useUrlState.ts'
import { oneCase } from '../cases/api.ts'
import { BandTag, CaseStateTag, OutcomeTag } from '../cases/CaseStateTag.tsx'
import '../cases/cases.css'
import { Dossier } from '../cases/Dossier.tsx'
import { EditLink } from '../cases/EditLink.tsx'
import '../purchases.css'
import { AppointForm } from './AppointForm.tsx'
import { oneRound, type Round, type RoundCase, useEditRound, useStepRound } from './api.ts'
import { ImportWishesPanel } from './ImportWishesPanel.tsx'
import { ConflictForm } from './MyPartPanel.tsx'
import { factsOf } from './RoundForm.tsx'

export function loader({ params }: LoaderFunctionArgs) {
  return queryClient.fetchQuery(oneRound(params.roundId!))
}

/** The panel's table: cases left, the dossier right; from application to decision without leaving the page. */
export function Component() {
  const { t } = useTranslation('panel')
  const { data } = useSuspenseQuery(oneRound(useParams().roundId!))
  const [{ case: chosen }, change] = useUrlState(['case'] as const)
  const place = Math.max(
    0,
    data.cases.findIndex(({ id }) => id === chosen),
  )
  const at = data.cases[place]
  const open = (next: number) => change({ case: data.cases[next]!.id })
  return (
    <>
      <PageHeader
        title={data.name}
        note={
          <>
            <span className="tag">{t(`round.${data.state}`)}</span> {t(data.annual ? 'annual' : 'single')} ·{' '}
            {t('meeting', { day: data.meetingOn ?? '—' })}
          </>
        }
        actions={<RoundActions data={data} />}
      />
      <Budget data={data} />
      <ImportWishesPanel data={data} />
      <div className="panel-table">
        <nav className="panel-cases" aria-label={t('cases')}>
          <ol>
            {data.cases.map((each, place) => (
              <li key={each.id}>
                <CaseCard each={each} current={each.id === at?.id} onOpen={() => open(place)} />
              </li>
            ))}
          </ol>
          {data.cases.length === 0 && <p>{t('cases.none')}</p>}
        </nav>
        <div>{at && <Opened key={at.id} each={at} place={place} of={data.cases.length} onStep={open} />}</div>
      </div>
      <Members data={data} />
      <Minutes key={data.version} data={data} />
    </>
  )
}

function CaseCard({ each, current, onOpen }: { each: RoundCase; current: boolean; onOpen: () => void }) {
  const { t } = useTranslation('panel')
  const mine =
    each.declared === false
      ? 'todo.declare'
      : each.declared && (each.state === 'underReview' || each.state === 'inDiscussion') && !each.opinionGiven
        ? 'todo.opinion'
        : each.declared && each.state === 'inDiscussion' && !each.voted
          ? 'todo.vote'
          : null
  const card = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (current) card.current?.scrollIntoView?.({ block: 'nearest', inline: 'nearest' })
  }, [current])
  return (
    <button ref={card} type="button" className="case-card" aria-current={current ? 'true' : undefined} onClick={onOpen}>
      <span className="case-card-name">
        {each.rank !== null && `${each.rank}. `}
        {each.firstName}
        {each.instruments > 1 && ` +${each.instruments - 1}`}
      </span>
      <span className="case-note">{each.unitName}</span>
      <span>
        {each.outcome && each.state === 'decided' ? (
          <OutcomeTag outcome={each.outcome} />
        ) : (
          <CaseStateTag state={each.state} />
        )}{' '}
        {each.band && <BandTag band={each.band} />} <MoneyText fen={each.totalFen || null} />
      </span>
      {each.sitting > 0 && each.state !== 'decided' && (
        <span className="case-note">
          {t('count.short', { opinions: each.opinions, votes: each.votes, sitting: each.sitting })}
        </span>
      )}
      {mine && <span className="todo">{t(mine)}</span>}
    </button>
  )
}

/** Conflicts are declared before the dossier opens. */
type OpenedProps = { each: RoundCase; place: number; of: number; onStep: (place: number) => void }

function Opened({ each, place, of, onStep }: OpenedProps) {
  const { t } = useTranslation('panel')
  const closed = each.declared === false
  const { data, error } = useQuery({ ...oneCase(each.id), enabled: !closed })
  const head = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (data) head.current?.scrollIntoView?.({ block: 'nearest' })
  }, [data])
  return (
    <>
      <div ref={head} className="dossier-head">
        <h2 className="dossier-title">
          {each.firstName} · {each.unitName}{' '}
          <Link to={`/purchases/${each.id}`} className="case-note">
            {each.number}
          </Link>
        </h2>
        <div className="dossier-steps">
          {data?.actions.includes('edit') && <EditLink caseId={each.id}>{t('cases:edit')}</EditLink>}
          <Button size="small" disabled={place === 0} onClick={() => onStep(place - 1)}>
            {t('previous')}
          </Button>
          <span className="number">{t('place', { at: place + 1, of })}</span>
          <Button size="small" disabled={place + 1 === of} onClick={() => onStep(place + 1)}>
            {t('next')}
          </Button>
        </div>
      </div>
      {closed ? (
        <section className="panel">
          <p>{each.projectName}</p>
          <ConflictForm caseId={each.id} />
        </section>
      ) : (
        <>
          <ProblemAlert error={error} />
          {data ? <Dossier data={data} /> : !error && <p role="status">{t('ui:loading')}</p>}
        </>
      )}
    </>
  )
}

function Budget({ data }: { data: Round }) {
  const { t } = useTranslation('panel')
  return (
    <p className="spread">
      {data.budgetFen !== null && (
        <span>
          {t('budget')} <MoneyText fen={data.budgetFen} />
        </span>
      )}
      <span>
        {t('applied')} <MoneyText fen={data.appliedFen} />
      </span>
      <span>
        {t('granted')} <MoneyText fen={data.grantedFen} />
      </span>
      {data.budgetFen !== null && (
        <span className={data.grantedFen > data.budgetFen ? 'todo' : undefined}>
          {t('left')} <MoneyText fen={data.budgetFen - data.grantedFen} />
        </span>
      )}
    </p>
  )
}

function RoundActions({ data }: { data: Round }) {
  const { t } = useTranslation('panel')
  const convene = useStepRound(data.id, 'convene')
  const discuss = useStepRound(data.id, 'discussion')
  const ready = data.cases.filter(({ state }) => state === 'complete').length
  return (
    <>
      <ExportMenu
        address={`/api/purchase-review/rounds/${data.id}/export`}
        query={{}}
        total={data.cases.length}
        title={t('export')}
      />
      {data.actions.includes('edit') && (
        <Link to="edit">
          <Button>{t('edit')}</Button>
        </Link>
      )}
      {data.actions.includes('convene') && (
        <ConfirmButton
          type="primary"
          title={t('convene')}
          consequence={
            t('convene.text', { cases: ready, members: data.members.length }) +
            (ready < data.cases.length ? t('convene.left', { left: data.cases.length - ready }) : '')
          }
          confirmText={t('convene')}
          onConfirm={() => convene.mutateAsync(data.version)}
        >
          {t('convene')}
        </ConfirmButton>
      )}
      {data.actions.includes('discuss') && (
        <ConfirmButton
          type="primary"
          title={t('discuss')}
          consequence={t('discuss.text')}
          confirmText={t('discuss')}
          onConfirm={() => discuss.mutateAsync(data.version)}
        >
          {t('discuss')}
        </ConfirmButton>
      )}
    </>
  )
}

function Members({ data }: { data: Round }) {
  const { t } = useTranslation('panel')
  if (data.members.length === 0) return null
  return (
    <section className="panel" aria-labelledby="members">
      <h2 id="members">{t('members', { count: data.members.length })}</h2>
      <ul className="members">
        {data.members.map(member => (
          <li key={member.accountId}>
            <b>{member.name}</b> <span className="case-note">{member.organisationName}</span> {t(`seat.${member.seat}`)}
          </li>
        ))}
      </ul>
      {data.actions.includes('appoint') && <AppointForm data={data} />}
    </section>
  )
}

function Minutes({ data }: { data: Round }) {
  const { t } = useTranslation('panel')
  const edit = useEditRound(data.id)
  if (!data.actions.includes('minutes')) {
    return data.minutes ? (
      <section className="panel" aria-labelledby="minutes">
        <h2 id="minutes">{t('minutes')}</h2>
        <p className="opinion-text">{data.minutes}</p>
      </section>
    ) : null
  }
  return (
    <section className="panel" aria-labelledby="minutes">
      <h2 id="minutes">{t('minutes')}</h2>
      <SubmitForm<{ minutes: string }>
        initialValues={{ minutes: data.minutes ?? '' }}
        submitText={t('minutes.save')}
        onSubmit={async ({ minutes }) => {
          await edit.mutateAsync({ facts: { ...factsOf(data), minutes }, version: data.version })
          notify(t('saved'))
        }}
      >
        <Form.Item name="minutes" label={t('minutes')}>
          <Input.TextArea autoSize={{ minRows: 4 }} maxLength={20_000} />
        </Form.Item>
      </SubmitForm>
    </section>
  )
}
