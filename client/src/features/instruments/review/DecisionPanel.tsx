import { DeleteOutlined } from '@ant-design/icons'
import { Alert, Button, Form, Input, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ProblemAlert } from '../../../ui/ProblemAlert.tsx'
import { SubmitForm } from '../../../ui/SubmitForm.tsx'
import type { Remark } from '../api.ts'
import { useFields } from '../useFields.ts'

const reasonCodes = ['incomplete', 'wrong', 'duplicate', 'classified', 'notInScope', 'other']

export type Returning = { reasonCode: string; reason: string; remarks: Remark[] }

type Props = {
  name: string | null
  /** How many fields of the national standard are empty. */
  missing: number
  /** @returns in words why it could not be done. */
  approve: () => Promise<string | undefined>
  sendBack: (returning: Returning) => Promise<unknown>
  remarks: Remark[]
  onRemarks: (remarks: Remark[]) => void
  onDecided: (said: string) => Promise<void>
}

/** Approve, or return with a reason and remarks pinned to fields; one of the two is always a keystroke away. */
export function DecisionPanel({ approve, missing, ...panel }: Props) {
  const { t } = useTranslation('instruments')
  const { remarks, name, onDecided } = panel
  const [refused, setRefused] = useState<string>()
  const [problem, setProblem] = useState<unknown>()
  const [running, setRunning] = useState(false)

  const approveIt = async () => {
    setRefused(undefined)
    setProblem(undefined)
    setRunning(true)
    try {
      const words = await approve()
      if (words) setRefused(words)
      else await onDecided(t('review.approved', { name }))
    } catch (error) {
      setProblem(error)
    } finally {
      setRunning(false)
    }
  }

  return (
    <>
      <section className="panel">
        <h2>{t('review.approve')}</h2>
        <p className="field-note">
          {t(missing > 0 ? 'review.approveMissing' : 'review.approveText', { count: missing })}
        </p>
        <ProblemAlert error={problem} />
        {refused && <Alert type="error" showIcon role="alert" title={refused} />}
        <Button type="primary" block loading={running} disabled={remarks.length > 0} onClick={approveIt}>
          {t('review.approveConfirm')}
        </Button>
        {remarks.length > 0 && <p className="field-note">{t('review.remarksPending')}</p>}
      </section>
      <ReturnPanel {...panel} />
    </>
  )
}

type ReturnValues = Omit<Returning, 'remarks'>
type ReturnProps = Omit<Props, 'approve' | 'missing'>

function ReturnPanel({ name, sendBack, remarks, onRemarks, onDecided }: ReturnProps) {
  const { t } = useTranslation('instruments')
  const { label } = useFields()
  const write = (field: string, text: string) =>
    onRemarks(remarks.map(remark => (remark.field === field ? { field, text } : remark)))

  return (
    <section className="panel" aria-labelledby="return">
      <h2 id="return">{t('review.return')}</h2>
      <SubmitForm<ReturnValues>
        submitText={t('review.returnConfirm')}
        onSubmit={async values => {
          const pinned = remarks.filter(({ text }) => text.trim() !== '')
          await sendBack({ ...values, remarks: pinned })
          await onDecided(t('review.returned', { name }))
        }}
      >
        <Form.Item name="reasonCode" label={t('review.reasonCode')} rules={[{ required: true }]}>
          <Select options={reasonCodes.map(value => ({ value, label: t(`return.reason.${value}`) }))} />
        </Form.Item>
        <Form.Item
          name="reason"
          label={t('review.reason')}
          rules={[{ required: true, whitespace: true }, { max: 2000 }]}
        >
          <Input.TextArea autoSize={{ minRows: 3, maxRows: 10 }} />
        </Form.Item>
        <div className="remarks-pinned">
          <h3>{t('review.remarks')}</h3>
          {remarks.length === 0 && <p className="field-note">{t('review.remarksNone')}</p>}
          {remarks.map(({ field, text }) => (
            <div key={field} className="remark-input">
              <label htmlFor={`remark-${field}`}>{label(field)}</label>
              <Button
                type="text"
                size="small"
                icon={<DeleteOutlined aria-hidden />}
                aria-label={t('review.unpin', { name: label(field) })}
                onClick={() => onRemarks(remarks.filter(remark => remark.field !== field))}
              />
              <Input.TextArea
                id={`remark-${field}`}
                value={text}
                maxLength={500}
                autoSize={{ minRows: 1, maxRows: 6 }}
                onChange={event => write(field, event.target.value)}
              />
            </div>
          ))}
        </div>
      </SubmitForm>
    </section>
  )
}
