import { PlusOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Alert, Button, Checkbox, Form, Input, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { queryClient } from '../../../api/client.ts'
import { notify } from '../../../ui/notices.tsx'
import { SubmitForm } from '../../../ui/SubmitForm.tsx'
import { roundList } from '../panel/api.ts'
import { type Case, type CaseFacts, type CaseFile, caseList, oneCase, type WishFacts } from './api.ts'
import './cases.css'
import { WishFields } from './WishFields.tsx'

type Props = {
  caseId?: string
  facts: CaseFacts
  files: CaseFile[]
  remarks: Case['remarks']
  onSave: (facts: CaseFacts) => Promise<unknown>
  /** Only what is saved can be handed in. */
  onSubmit?: (facts: CaseFacts) => Promise<unknown>
  onCancel: () => void
}

const grounds = ['noneAlike', 'saturated', 'unsuitableForSharing', 'onlineOrAccessory'] as const

/** The application: several instruments, and why. Whatever is not known yet may be left open until it is handed in. */
export function CaseForm({ caseId, facts, files, remarks, onSave, onSubmit, onCancel }: Props) {
  const { t } = useTranslation('cases')
  const [form] = Form.useForm<CaseFacts>()
  const send = (save: (facts: CaseFacts) => Promise<unknown>) => (values: CaseFacts) => save(whole(values, facts))
  return (
    <SubmitForm<CaseFacts>
      form={form}
      initialValues={facts}
      faultPrefix="facts"
      submitText={t('save')}
      onSubmit={send(onSave)}
      also={onSubmit && { text: t('saveAndSubmit'), onSubmit: send(onSubmit) }}
      onCancel={onCancel}
    >
      {remarks.length > 0 && (
        <Alert
          className="problem-alert"
          type="warning"
          showIcon
          title={t('remarks')}
          description={
            <ul className="case-records">
              {remarks.map(({ field, text }) => (
                <li key={field + text}>{text}</li>
              ))}
            </ul>
          }
        />
      )}
      <Form.List name="wishes">
        {(rows, { add, remove }) => (
          <>
            {rows.map(({ key, name }) => (
              <WishFields
                key={key}
                at={name}
                files={files}
                onRemove={rows.length > 1 ? () => remove(name) : undefined}
              />
            ))}
            <p>
              <Button icon={<PlusOutlined aria-hidden />} onClick={() => add(emptyWish)}>
                {t('wish.add')}
              </Button>
            </p>
          </>
        )}
      </Form.List>
      <section className="panel" aria-labelledby="form-reasons">
        <h2 id="form-reasons">{t('reasons')}</h2>
        <CopyReasons caseId={caseId} onTake={reasons => form.setFieldsValue(reasons)} />
        <div className="form-grid">
          <RoundField />
          <Form.Item name="projectName" label={t('field.projectName')} required>
            <Input maxLength={200} />
          </Form.Item>
          <Form.Item name="projectNumber" label={t('field.projectNumber')}>
            <Input maxLength={60} />
          </Form.Item>
          <Form.Item name="contactName" label={t('field.contactName')}>
            <Input maxLength={50} />
          </Form.Item>
          <Form.Item name="contactPhone" label={t('field.contactPhone')}>
            <Input maxLength={30} />
          </Form.Item>
        </div>
        <Form.Item name="grounds" label={t('field.grounds')} className="needed">
          <Checkbox.Group options={grounds.map(value => ({ value, label: t(`ground.${value}`) }))} />
        </Form.Item>
        {(['necessity', 'reasonableness', 'sharingPlan', 'conditions'] as const).map(field => (
          <Form.Item key={field} name={field} label={t(`field.${field}`)} extra={t(`field.${field}.note`)} required>
            <Input.TextArea autoSize={{ minRows: 2, maxRows: 10 }} maxLength={4000} />
          </Form.Item>
        ))}
      </section>
    </SubmitForm>
  )
}

const reasons = [
  'projectNumber',
  'projectName',
  'contactName',
  'contactPhone',
  'grounds',
  'necessity',
  'reasonableness',
  'sharingPlan',
  'conditions',
] as const

type CopyProps = { caseId: string | undefined; onTake: (reasons: Partial<CaseFacts>) => void }

/** Ten instruments of one project share their grounds: written once, taken over nine times. */
function CopyReasons({ caseId, onTake }: CopyProps) {
  const { t } = useTranslation('cases')
  const [taking, take] = useState(false)
  const latest = useQuery(caseList({ page: 1, size: 50, sort: '-updatedAt' })).data?.items ?? []
  const others = latest.filter(each => each.id !== caseId && each.projectName)
  if (others.length === 0) return null
  return (
    <Form.Item label={t('copy')} extra={t('copy.note')} className="copy-reasons">
      <Select
        aria-label={t('copy')}
        value={null}
        loading={taking}
        showSearch={{ optionFilterProp: 'label' }}
        options={others.map(each => ({
          value: each.id,
          label: [each.firstName ?? t('unnamed'), each.projectName, each.number].join(' · '),
        }))}
        onChange={async (id: string) => {
          take(true)
          try {
            const { facts } = await queryClient.fetchQuery(oneCase(id))
            onTake(Object.fromEntries(reasons.map(field => [field, facts[field]])))
            notify(t('copy.done'))
          } finally {
            take(false)
          }
        }}
      />
    </Form.Item>
  )
}

/** The annual rounds that take applications now; none chosen is a single case. */
function RoundField() {
  const { t } = useTranslation('cases')
  const rounds = useQuery(roundList({ page: 1, size: 50 })).data?.items ?? []
  return (
    <Form.Item name="roundId" label={t('field.roundId')} extra={t('field.roundId.note')}>
      <Select
        allowClear
        options={rounds
          .filter(round => round.annual && round.state === 'open')
          .map(round => ({ value: round.id, label: round.name }))}
      />
    </Form.Item>
  )
}

export const emptyWish: WishFacts = {
  id: null,
  nameZh: null,
  nameEn: null,
  model: null,
  manufacturer: null,
  classCode: null,
  specifications: null,
  purpose: null,
  quantity: 1,
  unitPriceFen: null,
  budgetSource: null,
  annualHours: null,
  externalHours: null,
  location: null,
  quotations: [],
}

export const emptyCase: CaseFacts = {
  projectNumber: null,
  projectName: null,
  grounds: [],
  necessity: null,
  reasonableness: null,
  sharingPlan: null,
  conditions: null,
  contactName: null,
  contactPhone: null,
  wishes: [emptyWish],
  roundId: null,
}

/** What the form does not show stays as it was; what was cleared is nothing. */
function whole(values: CaseFacts, before: CaseFacts): CaseFacts {
  return {
    ...before,
    ...values,
    roundId: values.roundId ?? null,
    wishes: values.wishes.map(wish => ({
      ...emptyWish,
      ...wish,
      classCode: wish.classCode || null,
      quotations: (wish.quotations ?? [])
        .filter(quotation => quotation?.supplier && quotation.amountFen)
        .map(({ supplier, amountFen, fileId }) => ({ supplier, amountFen, fileId: fileId ?? null })),
    })),
  }
}
