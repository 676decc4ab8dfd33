import { Form, type FormInstance } from 'antd'
import { type ReactNode, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'react-router'
import { ApiError } from '../../../api/problem.ts'
import { SubmitForm } from '../../../ui/SubmitForm.tsx'
import type { InstrumentRecord, Remark } from '../api.ts'
import { type Field, useFields } from '../useFields.ts'
import { RecordField } from './RecordField.tsx'

type Props = {
  form: FormInstance<InstrumentRecord>
  record: InstrumentRecord
  remarks?: Remark[]
  /** A listed instrument must stay complete; a draft needs no more than a name. */
  complete?: boolean
  notice?: ReactNode
  onSave: (record: InstrumentRecord) => Promise<unknown>
  onSaveAndSubmit?: (record: InstrumentRecord) => Promise<unknown>
  onCancel: () => void
}

/** The record in its sections, for registering and for editing. */
export function InstrumentForm({ form, record, remarks = [], complete = false, notice, ...rest }: Props) {
  const { t } = useTranslation('instruments')
  const { groups, fields } = useFields()
  useLandOnField(form, remarks)
  const whole = (values: InstrumentRecord): InstrumentRecord => ({ ...record, ...emptied(values) })

  const { onSaveAndSubmit } = rest
  const submit = onSaveAndSubmit && {
    text: t('form.saveAndSubmit'),
    onSubmit: async (values: InstrumentRecord) => {
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
        <SubmitForm<InstrumentRecord>
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
                      needed={field.key === 'nameZh' || (complete && field.required)}
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

/** The customs form is asked for only while customs supervise the instrument (I-3). */
function WhenItApplies({ field, children }: { field: Field; children: ReactNode }) {
  const supervised = Form.useWatch('customsSupervised')
  const always = field.group !== 'customs' || field.key === 'customsSupervised'
  return always || supervised === true ? children : null
}

/** A way to each section, with what a submission still misses in it. */
function Sections({ form, record }: { form: FormInstance<InstrumentRecord>; record: InstrumentRecord }) {
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
function useLandOnField(form: FormInstance<InstrumentRecord>, remarks: Remark[]) {
  const { hash } = useLocation()
  const target = hash.startsWith('#field-') ? hash.slice(7) : remarks.find(remark => remark.field)?.field
  useEffect(() => {
    if (target) form.scrollToField(target, { block: 'center', focus: true })
  }, [form, target])
}

const isEmpty = (record: InstrumentRecord, field: Field) => {
  const value = record[field.key as keyof InstrumentRecord]
  return value === null || value === undefined || (typeof value === 'string' && value.trim() === '')
}

/** What an input calls undefined is null to the server: an emptied field. */
function emptied(record: InstrumentRecord): InstrumentRecord {
  return Object.fromEntries(
    Object.entries(record).map(([key, value]) => [
      key,
      value ?? (key === 'disciplines' || key === 'fundingSources' ? [] : null),
    ]),
  )
}

const incomplete = (missing: Field[]) =>
  new ApiError(422, 'instrument.incomplete', '', {
    errors: Object.fromEntries(missing.map(({ key }) => [`record.${key}`, [{ code: 'field.required', message: '' }]])),
  })
