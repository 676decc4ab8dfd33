import { Form, Input, Radio } from 'antd'
import { useTranslation } from 'react-i18next'
import { notify } from '../../ui/notices.tsx'
import { SubmitForm } from '../../ui/SubmitForm.tsx'
import { type Exemption, useEndExemption, useFileExemption, useReviewExemption, useWithdrawExemption } from './api.ts'

/** What I may do with the statement now; nothing where it waits for somebody else. */
export function ExemptionDecision({ exemption }: { exemption: Exemption }) {
  const { actions, version } = exemption
  // A new version is a new form: what was typed for the old one is done with.
  return (
    <>
      {actions.includes('review') && <Review key={`review${version}`} exemption={exemption} />}
      {actions.includes('file') && <Filing key={`file${version}`} exemption={exemption} />}
      {actions.includes('withdraw') && <Withdrawal key={`withdraw${version}`} exemption={exemption} />}
      {actions.includes('end') && <Ending key={`end${version}`} exemption={exemption} />}
    </>
  )
}

type Props = { exemption: Exemption }
type Decision = { decision: 'yes' | 'no'; number?: string; reason?: string }

function Review({ exemption: { id, version } }: Props) {
  const { t } = useTranslation('exemptions')
  const review = useReviewExemption(id)
  return (
    <Deciding
      title={t('review')}
      yes={t('review.endorse')}
      no={t('review.return')}
      note={t('review.opinion')}
      why={t('review.reason')}
      onSubmit={async ({ decision, reason }) => {
        const endorse = decision === 'yes'
        await review.mutateAsync({ endorse, reason: reason ?? null, version })
        notify(t(endorse ? 'review.endorsed' : 'review.returned'))
      }}
    />
  )
}

function Filing({ exemption: { id, version } }: Props) {
  const { t } = useTranslation('exemptions')
  const filing = useFileExemption(id)
  return (
    <Deciding
      title={t('file')}
      yes={t('file.file')}
      no={t('file.refuse')}
      note={t('file.note')}
      why={t('file.reason')}
      number={t('file.number')}
      onSubmit={async ({ decision, number, reason }) => {
        const file = decision === 'yes'
        await filing.mutateAsync({
          file,
          filingNumber: file ? (number ?? null) : null,
          reason: reason ?? null,
          version,
        })
        notify(t(file ? 'file.filed' : 'file.refused'))
      }}
    />
  )
}

type DecidingProps = {
  title: string
  yes: string
  no: string
  note: string
  why: string
  /** Asked for when it is agreed to. */
  number?: string
  onSubmit: (decision: Decision) => Promise<unknown>
}

/** Yes with an opinion, or no with a reason. */
function Deciding({ title, yes, no, note, why, number, onSubmit }: DecidingProps) {
  const { t } = useTranslation('exemptions')
  const [form] = Form.useForm<Decision>()
  const decision = Form.useWatch('decision', form)
  return (
    <section className="panel" aria-labelledby="deciding">
      <h2 id="deciding">{title}</h2>
      <SubmitForm<Decision> form={form} initialValues={{ decision: 'yes' }} submitText={title} onSubmit={onSubmit}>
        <Form.Item name="decision" label={t('decision')}>
          <Radio.Group
            options={[
              { value: 'yes', label: yes },
              { value: 'no', label: no },
            ]}
          />
        </Form.Item>
        {number && decision !== 'no' && (
          <Form.Item name="number" label={number} rules={[{ required: true, whitespace: true }, { max: 50 }]}>
            <Input maxLength={50} />
          </Form.Item>
        )}
        <Form.Item
          name="reason"
          label={decision === 'no' ? why : note}
          rules={[{ required: decision === 'no', whitespace: true }, { max: 1000 }]}
        >
          <Input.TextArea rows={2} maxLength={1000} />
        </Form.Item>
      </SubmitForm>
    </section>
  )
}

function Withdrawal({ exemption: { id, version } }: Props) {
  const { t } = useTranslation('exemptions')
  const withdraw = useWithdrawExemption(id)
  return (
    <WithReason
      title={t('withdraw')}
      label={t('withdraw.reason')}
      onSubmit={async reason => {
        await withdraw.mutateAsync({ reason, version })
        notify(t('withdraw.done'))
      }}
    />
  )
}

function Ending({ exemption: { id, version } }: Props) {
  const { t } = useTranslation('exemptions')
  const end = useEndExemption(id)
  return (
    <WithReason
      title={t('end')}
      note={t('end.consequence')}
      label={t('end.reason')}
      onSubmit={async reason => {
        await end.mutateAsync({ reason, version })
        notify(t('end.done'))
      }}
    />
  )
}

type WithReasonProps = { title: string; note?: string; label: string; onSubmit: (reason: string) => Promise<unknown> }

/** Folded away: it is not what one comes here for. */
function WithReason({ title, note, label, onSubmit }: WithReasonProps) {
  return (
    <details className="panel">
      <summary>{title}</summary>
      {note && <p>{note}</p>}
      <SubmitForm<{ reason: string }> submitText={title} onSubmit={({ reason }) => onSubmit(reason)}>
        <Form.Item name="reason" label={label} rules={[{ required: true, whitespace: true }, { max: 1000 }]}>
          <Input.TextArea rows={2} maxLength={1000} />
        </Form.Item>
      </SubmitForm>
    </details>
  )
}
