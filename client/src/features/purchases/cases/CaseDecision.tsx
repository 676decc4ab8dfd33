import { Button, Form, Input, Radio, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { ApiError } from '../../../api/problem.ts'
import { ConfirmButton } from '../../../ui/ConfirmButton.tsx'
import { notify } from '../../../ui/notices.tsx'
import { ProblemAlert } from '../../../ui/ProblemAlert.tsx'
import { SubmitForm } from '../../../ui/SubmitForm.tsx'
import { type Case, type ReviewStep, useDeleteCase, useReviewCase, useSubmitCase, useWithdrawCase } from './api.ts'
import { EditLink } from './EditLink.tsx'

const steps: Record<string, ReviewStep> = {
  unitReview: 'unit-review',
  supervisorReview: 'supervisor-review',
  completeness: 'completeness',
  return: 'completeness',
}

/** What I may do with the case now; nothing where it waits for somebody else. */
export function CaseDecision({ data }: { data: Case }) {
  const review = Object.keys(steps).find(action => data.actions.includes(action))
  // A new version is a new form: what was typed for the old one is done with.
  return (
    <>
      {data.actions.includes('submit') && <HandIn key={`submit${data.version}`} data={data} />}
      {review && <Review key={`${review}${data.version}`} data={data} action={review} />}
      {data.actions.includes('withdraw') && <Withdrawal key={`withdraw${data.version}`} data={data} />}
    </>
  )
}

function HandIn({ data }: { data: Case }) {
  const { t } = useTranslation('cases')
  const navigate = useNavigate()
  const submit = useSubmitCase(data.id)
  const remove = useDeleteCase(data.id)
  return (
    <section className="panel" aria-labelledby="hand-in">
      <h2 id="hand-in">{t('submit')}</h2>
      {data.remarks.length > 0 && (
        <ul className="case-remarks">
          {data.remarks.map(remark => (
            <li key={remark.field + remark.text}>{remark.text}</li>
          ))}
        </ul>
      )}
      <p>{t('submit.note')}</p>
      <ProblemAlert error={submit.error} />
      <Missing data={data} error={submit.error} />
      <div className="form-actions">
        <Button
          type="primary"
          loading={submit.isPending}
          onClick={async () => {
            await submit.mutateAsync(data.version).then(
              () => notify(t('submit.done')),
              () => undefined,
            )
          }}
        >
          {t('submit.action')}
        </Button>
        {data.actions.includes('delete') && (
          <ConfirmButton
            danger
            title={t('delete')}
            consequence={t('delete.text')}
            confirmText={t('delete')}
            onConfirm={async () => {
              await remove.mutateAsync(data.version)
              navigate('/purchases')
            }}
          >
            {t('delete')}
          </ConfirmButton>
        )}
      </div>
    </section>
  )
}

/** What keeps the case from being handed in, by name: this page has no inputs to mark. */
function Missing({ data, error }: { data: Case; error: unknown }) {
  const { t } = useTranslation('cases')
  if (!(error instanceof ApiError) || Object.keys(error.fields).length === 0) return null
  const named = Object.keys(error.fields).map(path => {
    const [, at, field] = /^facts\.(?:wishes\.(\d+)\.)?(\w+)/.exec(path) ?? []
    const wish = at && data.wishes.length > 1 ? `${data.wishes[Number(at)]?.facts.nameZh ?? t('unnamed')} · ` : ''
    return wish + t(`field.${field}`)
  })
  return (
    <p>
      {t('submit.missing')}
      {named.join(t('joiner'))}{' '}
      {data.actions.includes('edit') && <EditLink caseId={data.id}>{t('submit.fill')}</EditLink>}
    </p>
  )
}

type Values = { decision: 'yes' | 'no'; reason?: string; remarks?: { field: string; text: string }[] }

function Review({ data, action }: { data: Case; action: string }) {
  const { t } = useTranslation('cases')
  const onlyReturn = action === 'return'
  const review = useReviewCase(data.id, steps[action]!)
  const [form] = Form.useForm<Values>()
  const back = Form.useWatch('decision', form) === 'no' || onlyReturn
  const [opened, setOpened] = useState(!onlyReturn)
  if (!opened)
    return (
      <p>
        <Button onClick={() => setOpened(true)}>{t('review.return')}</Button>
      </p>
    )
  return (
    <section className="panel" aria-labelledby="deciding">
      <h2 id="deciding">{t(`review.${action}`)}</h2>
      <SubmitForm<Values>
        form={form}
        initialValues={{ decision: onlyReturn ? 'no' : 'yes', remarks: [] }}
        submitText={t(`review.${action}`)}
        onSubmit={async ({ decision, reason, remarks }) => {
          const pass = decision === 'yes'
          await review.mutateAsync({
            pass,
            reason: reason?.trim() || null,
            remarks: pass ? [] : (remarks ?? []).map(({ field, text }) => ({ field: field ?? '', text })),
            version: data.version,
          })
          notify(t(pass ? `review.${action}.done` : 'review.returned'))
        }}
      >
        <Form.Item name="decision" label={t('review.decision')} hidden={onlyReturn}>
          <Radio.Group
            options={[
              { value: 'yes', label: t(`review.${action}.pass`) },
              { value: 'no', label: t('review.return') },
            ]}
          />
        </Form.Item>
        <Form.Item
          name="reason"
          label={t(back ? 'review.reason' : 'review.opinion')}
          rules={[{ required: back, whitespace: true }, { max: 2000 }]}
        >
          <Input.TextArea rows={2} maxLength={2000} />
        </Form.Item>
        {back && <Remarks data={data} />}
      </SubmitForm>
    </section>
  )
}

/** Pinned to fields, so that who mends it lands on them. */
function Remarks({ data }: { data: Case }) {
  const { t } = useTranslation('cases')
  const fields = [
    ...['projectName', 'grounds', 'necessity', 'reasonableness', 'sharingPlan', 'conditions'].map(value => ({
      value,
      label: t(`field.${value}`),
    })),
    ...data.wishes.flatMap((wish, at) =>
      [
        'nameZh',
        'specifications',
        'purpose',
        'unitPriceFen',
        'annualHours',
        'externalHours',
        'location',
        'quotations',
      ].map(field => ({
        value: `wishes.${at}.${field}`,
        label: `${wish.facts.nameZh ?? t('unnamed')} · ${t(`field.${field}`)}`,
      })),
    ),
  ]
  return (
    <Form.List name="remarks">
      {(rows, { add, remove }) => (
        <>
          {rows.map(({ key, name }) => (
            <div key={key} className="case-row">
              <Form.Item name={[name, 'field']} label={t('review.remark.field')} rules={[{ required: true }]}>
                <Select showSearch={{ optionFilterProp: 'label' }} options={fields} popupMatchSelectWidth={false} />
              </Form.Item>
              <Form.Item
                name={[name, 'text']}
                label={t('review.remark.text')}
                rules={[{ required: true, whitespace: true }, { max: 1000 }]}
              >
                <Input maxLength={1000} />
              </Form.Item>
              <Button onClick={() => remove(name)}>{t('remove')}</Button>
            </div>
          ))}
          <Button onClick={() => add({})}>{t('review.remark.add')}</Button>
        </>
      )}
    </Form.List>
  )
}

function Withdrawal({ data }: { data: Case }) {
  const { t } = useTranslation('cases')
  const withdraw = useWithdrawCase(data.id)
  return (
    <details className="panel">
      <summary>{t('withdraw')}</summary>
      <SubmitForm<{ reason: string }>
        submitText={t('withdraw')}
        onSubmit={async ({ reason }) => {
          await withdraw.mutateAsync({ reason, version: data.version })
          notify(t('withdraw.done'))
        }}
      >
        <Form.Item
          name="reason"
          label={t('withdraw.reason')}
          rules={[{ required: true, whitespace: true }, { max: 2000 }]}
        >
          <Input.TextArea rows={2} maxLength={2000} />
        </Form.Item>
      </SubmitForm>
    </details>
  )
}
