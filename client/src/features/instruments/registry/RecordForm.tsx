import { Form, type FormInstance } from 'antd'
import { type ReactNode, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'react-router'
import { ApiError } from '../../../api/problem.ts'
import { SubmitForm } from '../../../ui/SubmitForm.tsx'
import type { Remark } from '../api.ts'
import { isCarrierKind } from '../carriers/carriersApi.ts'
import { type Field, useFields } from '../useFields.ts'
import { RecordField } from './RecordField.tsx'

type Props<Entered> = {
  form: FormInstance<Entered>
  record: Entered
  remarks?: Remark[]
  /** What is listed must stay complete. */
  complete?: boolean
  /** Without these not even a draft can be saved. */
  needed?: string[]
  notice?: ReactNode
  onSave: (record: Entered) => Promise<unknown>
  onSaveAndSubmit?: (record: Entered) => Promise<unknown>
  onCancel: () => void
}

/** The record in its sections, for registering and for editing. */
export function RecordForm<Entered extends object>({
  form,
  record,
  remarks = [],
  complete = false,
  needed = ['nameZh'],
  notice,
  ...rest
}: Props<Entered>) {
  const { t } = useTranslation('instruments')
  const { groups, fields } = useFields()
  useLandOnField(form, remarks)
  const whole = (values: Entered): Entered => ({ ...record, ...emptied(values) })

  const { onSaveAndSubmit } = rest
  const submit = onSaveAndSubmit && {
    text: t('form.saveAndSubmit'),
    onSubmit: async (values: Entered) => {
      const next = whole(values)
      const missing = fields.filter(field => field.required && isEmpty(next, field))
      if (missing.length > 0) throw incomplete(missing)
      await onSaveAndSubmit(next)
    },
  }

  return (
    <div className="record-form">
      <Sections form={form} record={record} />
      <div className="record-form-body">
        {notice}
        <SubmitForm<Entered>
          form={form}
          initialValues={record}
          faultPrefix="record"
          submitText={t('save')}
          {...(submit ? { also: submit } : {})}
          onCancel={rest.onCancel}
          onSubmit={values => rest.onSave(whole(values))}
        >
          {groups.map(({ group, fields }) => (
            <section key={group} id={`group-${group}`} className="panel" aria-labelledby={`heading-${group}`}>
              <h2 id={`heading-${group}`}>{t(`group.${group}`)}</h2>
              <div className="form-grid">
                {fields.map(field => (
                  <WhenItApplies key={field.key} field={field}>
                    <RecordField
                      field={field}
                      needed={needed.includes(field.key) || (complete && field.required)}
                      remarks={remarks.filter(remark => remark.field === field.key)}
                    />
                  </WhenItApplies>
                ))}
              </div>
            </section>
          ))}
        </SubmitForm>
      </div>
    </div>
  )
}

/** The customs form is asked for only while customs supervise the instrument (I-3); what it belongs to is chosen where it has a record, and named otherwise (I-1). */
function WhenItApplies({ field, children }: { field: Field; children: ReactNode }) {
  const supervised = Form.useWatch('customsSupervised')
  const type = Form.useWatch('carrierType')
  if (field.key === 'carrierNumber') return isCarrierKind(type) ? children : null
  if (field.key === 'carrierName') return type && type !== 'none' && !isCarrierKind(type) ? children : null
  const always = field.group !== 'customs' || field.key === 'customsSupervised'
  return always || supervised === true ? children : null
}

/** A way to each section, with what a submission still misses in it. */
function Sections<Entered extends object>({ form, record }: { form: FormInstance<Entered>; record: Entered }) {
  const { t } = useTranslation('instruments')
  const { groups } = useFields()
  const values = Form.useWatch([], form) ?? record
  return (
    <nav className="anchors" aria-label={t('form.sections')}>
      {groups.map(({ group, fields }) => {
        const missing = fields.filter(field => field.required && isEmpty(values, field)).length
        return (
          <a key={group} href={`#group-${group}`}>
            {t(`group.${group}`)}
            {missing > 0 && (
              <span className="anchors-count" title={t('form.missingHere', { count: missing })}>
                {missing}
              </span>
            )}
          </a>
        )
      })}
    </nav>
  )
}

/** The address may name a field; of what was returned, the first remark is where to begin. */
function useLandOnField<Entered>(form: FormInstance<Entered>, remarks: Remark[]) {
  const { hash } = useLocation()
  const target = hash.startsWith('#field-') ? hash.slice(7) : remarks.find(remark => remark.field)?.field
  useEffect(() => {
    if (target) form.scrollToField(target as never, { block: 'center', focus: true })
  }, [form, target])
}

const isEmpty = (record: object, field: Field) => {
  const value = (record as Record<string, unknown>)[field.key]
  return value === null || value === undefined || (typeof value === 'string' && value.trim() === '')
}

/** What an input calls undefined is null to the server: an emptied field. */
function emptied<Entered extends object>(record: Entered): Entered {
  return Object.fromEntries(
    Object.entries(record).map(([key, value]) => [
      key,
      value ?? (key === 'disciplines' || key === 'fundingSources' ? [] : null),
    ]),
  ) as Entered
}

const incomplete = (missing: Field[]) =>
  new ApiError(422, 'instrument.incomplete', '', {
    errors: Object.fromEntries(missing.map(({ key }) => [`record.${key}`, [{ code: 'field.required', message: '' }]])),
  })
