import { Form, Input, Radio } from 'antd'
import { useTranslation } from 'react-i18next'
import { notify } from '../../../ui/notices.tsx'
import { SubmitForm } from '../../../ui/SubmitForm.tsx'
import type { Case } from '../cases/api.ts'
import { OutcomeTag } from '../cases/CaseStateTag.tsx'
import { type Outcome, outcomes, useCastVote, useDeclare, useGiveOpinion } from './api.ts'
import './panel.css'

/** The panel's work on a case: my opinion, then my vote; the others' when mine is in (R-7). */
export function MyPartPanel({ data }: { data: Case }) {
  const { t } = useTranslation('panel')
  const { panel } = data
  if (!panel) return null
  const atWork = data.state === 'underReview' || data.state === 'inDiscussion'
  return (
    <section className="panel" aria-labelledby="panel-work">
      <h2 id="panel-work">{t('work')}</h2>
      <p>
        {t('count', { sitting: panel.sitting, opinions: panel.opinions, votes: panel.votes, quorum: panel.quorum })}
      </p>
      {panel.mine && atWork && panel.mine.opinion === null && <OpinionForm data={data} />}
      {panel.mine?.opinion && data.state === 'inDiscussion' && <VoteForm key={panel.mine.vote} data={data} />}
      {panel.mine?.opinion && (
        <p className="my-opinion">
          {t('mine')} {panel.mine.recommendation && <OutcomeTag outcome={panel.mine.recommendation} />}{' '}
          {panel.mine.opinion}
        </p>
      )}
      <SpreadLine label={t('spread')} spread={panel.recommendations} />
      <SpreadLine label={t('tally')} spread={panel.tally} />
      {panel.carried && (
        <p>
          {t('carried')} <OutcomeTag outcome={panel.carried} />
        </p>
      )}
      <ul className="members">
        {panel.members.map(member => (
          <li key={member.name + member.seat}>
            <b>{member.name}</b> <span className="case-note">{t(`seat.${member.seat}`)}</span>{' '}
            {member.recused ? (
              <span className="tag">
                {t('recused')}
                {member.conflict && ` · ${t(`conflict.${member.conflict}`)}`}
              </span>
            ) : (
              <>
                <span className="case-note">
                  {t(member.opinionGiven ? 'opinion.given' : member.declared ? 'opinion.waiting' : 'declare.waiting')}
                  {data.state !== 'underReview' && ` · ${t(member.voted ? 'voted' : 'vote.waiting')}`}
                </span>{' '}
                {member.recommendation && (
                  <>
                    {t('recommends')} <OutcomeTag outcome={member.recommendation} />{' '}
                  </>
                )}
                {member.vote && (
                  <>
                    {t('votes')} <OutcomeTag outcome={member.vote} />
                  </>
                )}
                {member.opinion && <div>{member.opinion}</div>}
                {member.comment && <div>{member.comment}</div>}
              </>
            )}
          </li>
        ))}
      </ul>
      {panel.mine && atWork && (
        <details className="late-conflict">
          <summary>{t('declare.late')}</summary>
          <ConflictForm caseId={data.id} onlyConflict />
        </details>
      )}
    </section>
  )
}

type SpreadProps = { label: string; spread: { passed: number; adjusted: number; rejected: number } | null }

/** Disagreement is shown, not only the mean. */
function SpreadLine({ label, spread }: SpreadProps) {
  const { t } = useTranslation('panel')
  if (!spread) return null
  return (
    <p className="spread">
      {label}
      {outcomes.map(outcome => (
        <span key={outcome}>
          {t(`outcome.${outcome}`)} <b className="number">{spread[outcome]}</b>
        </span>
      ))}
    </p>
  )
}

function OpinionForm({ data }: { data: Case }) {
  const { t } = useTranslation('panel')
  const give = useGiveOpinion(data.id)
  return (
    <SubmitForm<{ text: string; recommendation: Outcome }>
      submitText={t('opinion.give')}
      onSubmit={async values => {
        await give.mutateAsync(values)
        notify(t('opinion.done'))
      }}
    >
      <p className="field-note">{t('opinion.note')}</p>
      <OutcomeField name="recommendation" label={t('recommendation')} />
      <Form.Item name="text" label={t('opinion')} rules={[{ required: true, whitespace: true }]}>
        <Input.TextArea autoSize={{ minRows: 2 }} maxLength={4000} />
      </Form.Item>
    </SubmitForm>
  )
}

function VoteForm({ data }: { data: Case }) {
  const { t } = useTranslation('panel')
  const cast = useCastVote(data.id)
  const mine = data.panel!.mine!
  return (
    <SubmitForm<{ vote: Outcome; comment?: string }>
      initialValues={{ ...(mine.vote ? { vote: mine.vote } : {}), comment: mine.comment ?? '' }}
      submitText={t(mine.vote ? 'vote.change' : 'vote.cast')}
      onSubmit={async ({ vote, comment }) => {
        await cast.mutateAsync({ vote, comment: comment?.trim() || null })
        notify(t('vote.done'))
      }}
    >
      <OutcomeField name="vote" label={t('vote')} />
      <Form.Item name="comment" label={t('vote.comment')}>
        <Input maxLength={1000} />
      </Form.Item>
    </SubmitForm>
  )
}

export function OutcomeField({ name, label }: { name: string; label: string }) {
  const { t } = useTranslation('panel')
  return (
    <Form.Item name={name} label={label} rules={[{ required: true }]}>
      <Radio.Group options={outcomes.map(value => ({ value, label: t(`outcome.${value}`) }))} />
    </Form.Item>
  )
}

/** Before the dossier opens: is there a conflict of interest? With one the case is gone (R-7). */
export function ConflictForm({ caseId, onlyConflict = false }: { caseId: string; onlyConflict?: boolean }) {
  const { t } = useTranslation('panel')
  const declare = useDeclare(caseId)
  const [form] = Form.useForm<{ conflict: 'no' | 'yes'; reason?: string }>()
  const conflict = Form.useWatch('conflict', form) === 'yes' || onlyConflict
  return (
    <SubmitForm<{ conflict: 'no' | 'yes'; reason?: string }>
      form={form}
      initialValues={onlyConflict ? { conflict: 'yes' } : {}}
      submitText={t(conflict ? 'declare.recuse' : 'declare.open')}
      onSubmit={async ({ reason }) => {
        await declare.mutateAsync({ conflict, reason: conflict ? (reason ?? null) : null })
        notify(t(conflict ? 'declare.recused' : 'declare.done'))
      }}
    >
      <p className="field-note">{t('declare.note')}</p>
      <Form.Item name="conflict" label={t('declare')} rules={[{ required: true }]} hidden={onlyConflict}>
        <Radio.Group
          options={[
            { value: 'no', label: t('declare.none') },
            { value: 'yes', label: t('declare.some') },
          ]}
        />
      </Form.Item>
      {conflict && (
        <Form.Item name="reason" label={t('declare.reason')} rules={[{ required: true, whitespace: true }]}>
          <Input.TextArea rows={2} maxLength={1000} />
        </Form.Item>
      )}
    </SubmitForm>
  )
}
