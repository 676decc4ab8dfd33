import { Form, Input, InputNumber, Radio } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { MoneyInput } from '../../../ui/MoneyInput.tsx'
import { MoneyText } from '../../../ui/MoneyText.tsx'
import { notify } from '../../../ui/notices.tsx'
import { SubmitForm } from '../../../ui/SubmitForm.tsx'
import type { Case } from '../cases/api.ts'
import { OutcomeTag } from '../cases/CaseStateTag.tsx'
import { type Outcome, useAnswerObjection, useDecide, useObject } from './api.ts'
import { OutcomeField } from './MyPartPanel.tsx'

/** What was decided, and what may be done about it: the centre records it, the unit may object, the centre answers. */
export function DecisionPanel({ data }: { data: Case }) {
  const { t } = useTranslation('panel')
  const { decision, actions } = data
  return (
    <>
      {decision && (
        <section className="panel" aria-labelledby="decision">
          <h2 id="decision">
            {t('decision')} <OutcomeTag outcome={decision.outcome} />
          </h2>
          <p>
            {decision.number} · {decision.on} · {t('granted')} <MoneyText fen={decision.grantedFen} /> ·{' '}
            <Link to={`/purchases/${data.id}/letter`}>{t('cases:letter')}</Link>
          </p>
          {decision.reason && <p>{decision.reason}</p>}
        </section>
      )}
      {actions.includes('decide') && <Decide key={`${data.version}${data.panel?.carried}`} data={data} />}
      {actions.includes('answer') && <Answer data={data} />}
      {actions.includes('object') && <Objection data={data} />}
    </>
  )
}

type Values = {
  outcome: Outcome
  decisionNumber: string
  reason?: string
  granted?: { quantity: number; unitPriceFen: number }[]
}

/** The next of a row of letters: 内科评〔2027〕9号 goes before 10号. */
const nextNumber = (last: string) =>
  last.replace(
    /(\d+)(\D*)$/,
    (_, digits: string, rest: string) => `${Number(digits) + 1}`.padStart(digits.length, '0') + rest,
  )
let lastNumber: string | undefined

function Decide({ data }: { data: Case }) {
  const { t } = useTranslation('panel')
  const decide = useDecide(data.id)
  const [form] = Form.useForm<Values>()
  const outcome = Form.useWatch('outcome', form)
  return (
    <section className="panel" aria-labelledby="decide">
      <h2 id="decide">{t('decide')}</h2>
      <SubmitForm<Values>
        form={form}
        initialValues={{
          ...(data.panel?.carried ? { outcome: data.panel.carried } : {}),
          ...(lastNumber ? { decisionNumber: nextNumber(lastNumber) } : {}),
          granted: data.wishes.map(({ facts }) => ({
            quantity: facts.quantity,
            unitPriceFen: facts.unitPriceFen ?? 0,
          })),
        }}
        submitText={t('decide.save')}
        onSubmit={async values => {
          await decide.mutateAsync({
            outcome: values.outcome,
            decisionNumber: values.decisionNumber,
            reason: values.reason?.trim() || null,
            granted:
              values.outcome === 'adjusted'
                ? data.wishes.map((wish, at) => ({ wishId: wish.id, ...values.granted![at]! }))
                : null,
            version: data.version,
          })
          lastNumber = values.decisionNumber
          notify(t('decide.done'))
        }}
      >
        <OutcomeField name="outcome" label={t('decide.outcome')} />
        {outcome === 'adjusted' &&
          data.wishes.map((wish, at) => (
            <fieldset key={wish.id} className="grant">
              <legend>{wish.facts.nameZh}</legend>
              <Form.Item name={['granted', at, 'quantity']} label={t('grant.quantity')} rules={[{ required: true }]}>
                <InputNumber min={0} max={wish.facts.quantity} precision={0} />
              </Form.Item>
              <Form.Item name={['granted', at, 'unitPriceFen']} label={t('grant.price')} rules={[{ required: true }]}>
                <MoneyInput />
              </Form.Item>
            </fieldset>
          ))}
        <Form.Item
          name="decisionNumber"
          label={t('decide.number')}
          rules={[{ required: true, whitespace: true }, { max: 60 }]}
        >
          <Input maxLength={60} />
        </Form.Item>
        <Form.Item
          name="reason"
          label={t(outcome === 'passed' ? 'decide.reasonOptional' : 'decide.reason')}
          rules={[{ required: outcome !== 'passed', whitespace: true }]}
        >
          <Input.TextArea autoSize={{ minRows: 2 }} maxLength={4000} />
        </Form.Item>
      </SubmitForm>
    </section>
  )
}

function Objection({ data }: { data: Case }) {
  const { t } = useTranslation('panel')
  const object = useObject(data.id)
  return (
    <details className="panel">
      <summary>{t('object')}</summary>
      <SubmitForm<{ text: string }>
        submitText={t('object')}
        onSubmit={async ({ text }) => {
          await object.mutateAsync({ text, version: data.version })
          notify(t('object.done'))
        }}
      >
        <Form.Item name="text" label={t('object.text')} rules={[{ required: true, whitespace: true }]}>
          <Input.TextArea autoSize={{ minRows: 2 }} maxLength={2000} />
        </Form.Item>
      </SubmitForm>
    </details>
  )
}

function Answer({ data }: { data: Case }) {
  const { t } = useTranslation('panel')
  const answer = useAnswerObjection(data.id)
  const objected = data.steps.findLast(step => step.action === 'objected')
  return (
    <section className="panel" aria-labelledby="answer">
      <h2 id="answer">{t('answer')}</h2>
      <p>{objected?.reason}</p>
      <SubmitForm<{ reopen: 'no' | 'yes'; text: string }>
        initialValues={{ reopen: 'no' }}
        submitText={t('answer')}
        onSubmit={async ({ reopen, text }) => {
          await answer.mutateAsync({ reopen: reopen === 'yes', text, version: data.version })
          notify(t('answer.done'))
        }}
      >
        <Form.Item name="reopen" label={t('answer.how')}>
          <Radio.Group
            options={[
              { value: 'no', label: t('answer.stands') },
              { value: 'yes', label: t('answer.reopen') },
            ]}
          />
        </Form.Item>
        <Form.Item name="text" label={t('answer.text')} rules={[{ required: true, whitespace: true }]}>
          <Input.TextArea autoSize={{ minRows: 2 }} maxLength={2000} />
        </Form.Item>
      </SubmitForm>
    </section>
  )
}
