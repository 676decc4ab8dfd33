import { useQuery } from '@tanstack/react-query'
import { Checkbox, DatePicker, Form, Input, InputNumber, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { dayField } from '../../../ui/dayField.ts'
import { MoneyInput } from '../../../ui/MoneyInput.tsx'
import { MoneyText } from '../../../ui/MoneyText.tsx'
import { SubmitForm } from '../../../ui/SubmitForm.tsx'
import { caseList } from '../cases/api.ts'
import '../cases/cases.css'
import { expertList, type Round, type RoundFacts, type Seat, seats } from './api.ts'
import './panel.css'

type Props = {
  facts: RoundFacts
  roundId?: string
  onSave: (facts: RoundFacts) => Promise<unknown>
  onCancel: () => void
}

/** A round's frame, its panel, and its cases in their rank. */
export function RoundForm({ facts, roundId, onSave, onCancel }: Props) {
  const { t } = useTranslation('panel')
  const [members, setMembers] = useState(facts.members)
  const [cases, setCases] = useState(facts.caseIds)
  const [form] = Form.useForm<RoundFacts>()
  const annual = Form.useWatch('annual', form) ?? facts.annual
  return (
    <SubmitForm<RoundFacts>
      form={form}
      initialValues={facts}
      faultPrefix="facts"
      submitText={t('save')}
      onCancel={onCancel}
      onSubmit={values => onSave({ ...facts, ...values, members, caseIds: cases })}
    >
      <section className="panel">
        <div className="form-grid">
          <Form.Item name="name" label={t('field.name')} rules={[{ required: true, whitespace: true }]}>
            <Input maxLength={100} />
          </Form.Item>
          <Form.Item name="year" label={t('field.year')} rules={[{ required: true }]}>
            <InputNumber min={2000} max={2100} precision={0} />
          </Form.Item>
          <Form.Item name="budgetFen" label={t('field.budget')}>
            <MoneyInput />
          </Form.Item>
          <Form.Item name="meetingOn" label={t('field.meetingOn')} {...dayField}>
            <DatePicker format="YYYY-MM-DD" />
          </Form.Item>
          <Form.Item name="annual" label={t('field.annual')} valuePropName="checked">
            <Checkbox>{t('field.annual.text')}</Checkbox>
          </Form.Item>
          {annual && (
            <Form.Item name="applyUntil" label={t('field.applyUntil')} rules={[{ required: true }]} {...dayField}>
              <DatePicker format="YYYY-MM-DD" />
            </Form.Item>
          )}
        </div>
      </section>
      <CasePicker chosen={cases} onChange={setCases} {...(roundId ? { roundId } : {})} />
      <MemberPicker chosen={members} onChange={setMembers} {...(roundId ? { roundId } : {})} />
    </SubmitForm>
  )
}

type CaseProps = { chosen: string[]; roundId?: string; onChange: (ids: string[]) => void }

function CasePicker({ chosen, roundId, onChange }: CaseProps) {
  const { t } = useTranslation('panel')
  const all = useQuery(caseList({ state: 'complete', size: 200, sort: 'submittedAt' })).data?.items ?? []
  const complete = all.filter(each => each.roundId === null || each.roundId === roundId)
  const rankOf = (id: string) => chosen.indexOf(id)
  const ordered = [...complete].sort((a, b) => (rankOf(a.id) + 1 || 1e9) - (rankOf(b.id) + 1 || 1e9))
  const move = (id: string, to: number) => {
    const rest = chosen.filter(each => each !== id)
    rest.splice(to, 0, id)
    onChange(rest)
  }
  return (
    <section className="panel" aria-labelledby="round-cases">
      <h2 id="round-cases">{t('cases.choose', { count: chosen.length })}</h2>
      {complete.length === 0 && <p className="absent">{t('cases.none')}</p>}
      <ul className="choose">
        {ordered.map(each => {
          const rank = rankOf(each.id)
          return (
            <li key={each.id}>
              <Checkbox
                checked={rank >= 0}
                onChange={event =>
                  onChange(event.target.checked ? [...chosen, each.id] : chosen.filter(id => id !== each.id))
                }
              >
                {rank >= 0 && `${rank + 1}. `}
                {each.firstName} · {each.unitName}
              </Checkbox>{' '}
              <MoneyText fen={each.totalFen || null} />
              {rank > 0 && (
                <button type="button" className="link-button" onClick={() => move(each.id, rank - 1)}>
                  {t('rank.up')}
                  <span className="visually-hidden"> {each.firstName}</span>
                </button>
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}

type MemberProps = {
  chosen: RoundFacts['members']
  roundId?: string
  onChange: (members: RoundFacts['members']) => void
}

function MemberPicker({ chosen, roundId, onChange }: MemberProps) {
  const { t } = useTranslation('panel')
  const experts = useQuery(expertList(roundId)).data ?? []
  const seatOf = (id: string) => chosen.find(member => member.accountId === id)?.seat
  const seat = (id: string, wanted: Seat | undefined) => {
    const rest = chosen.filter(member => member.accountId !== id)
    onChange(wanted ? [...rest, { accountId: id, seat: wanted }] : rest)
  }
  return (
    <section className="panel" aria-labelledby="round-members">
      <h2 id="round-members">{t('members.choose', { count: chosen.length })}</h2>
      <p className="field-note">{t('members.note')}</p>
      <ul className="choose">
        {experts.map(expert => (
          <li key={expert.accountId}>
            <Checkbox
              checked={Boolean(seatOf(expert.accountId))}
              onChange={event => seat(expert.accountId, event.target.checked ? expert.seat : undefined)}
            >
              {expert.name} <span className="case-note">{expert.unitName ?? expert.organisationName}</span>
            </Checkbox>
            {seatOf(expert.accountId) && (
              <Select
                size="small"
                aria-label={t('seat.of', { name: expert.name })}
                value={seatOf(expert.accountId)!}
                options={seats.map(value => ({ value, label: t(`seat.${value}`) }))}
                popupMatchSelectWidth={false}
                onChange={next => seat(expert.accountId, next)}
              />
            )}{' '}
            {expert.suits > 0 && <span className="tag tag-good">{t('suits', { count: expert.suits })}</span>}{' '}
            {expert.conflicts.length > 0 && (
              <span className="tag tag-bad">
                {t('conflicts', {
                  count: expert.conflicts.length,
                  kinds: [...new Set(expert.conflicts.map(({ conflict }) => t(`conflict.${conflict}`)))].join(
                    t('ui:comma'),
                  ),
                })}
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** What the round holds, to be sent back with a change. */
export const factsOf = (round: Round): RoundFacts => ({
  name: round.name,
  year: round.year,
  annual: round.annual,
  budgetFen: round.budgetFen,
  applyUntil: round.applyUntil,
  meetingOn: round.meetingOn,
  minutes: round.minutes,
  members: round.members.map(({ accountId, seat }) => ({ accountId, seat })),
  caseIds: round.cases.filter(({ state, rank }) => state === 'complete' && rank !== null).map(({ id }) => id),
})
