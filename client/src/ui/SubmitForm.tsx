import { Button, Form, type FormInstance } from 'antd'
import { type ReactNode, useCallback, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ApiError, type FieldFault } from '../api/problem.ts'
import { LeaveGuard } from './LeaveGuard.tsx'
import { ProblemAlert, useFaultWords } from './ProblemAlert.tsx'

type Props<Values> = {
  form?: FormInstance<Values>
  initialValues?: Partial<Values>
  submitText: string
  /** What the server puts before the names of these fields: 'facts' for facts.name. */
  faultPrefix?: string
  onSubmit: (values: Values) => Promise<unknown>
  /** A second way to send the same form: "save and submit". */
  also?: { text: string; onSubmit: (values: Values) => Promise<unknown> }
  onCancel?: () => void
  children: ReactNode
}

/** A form that keeps what was typed: the server's faults go under their fields, all others above the button. */
export function SubmitForm<Values extends object>({
  form: given,
  initialValues,
  submitText,
  faultPrefix,
  onSubmit,
  also,
  onCancel,
  children,
}: Props<Values>) {
  const { t } = useTranslation('ui')
  const faultWords = useFaultWords()
  const [form] = Form.useForm<Values>(given)
  const [problem, setProblem] = useState<unknown>()
  const [sending, setSending] = useState<'first' | 'also'>()
  const pressed = useRef<'first' | 'also'>('first')
  const sent = useRef(false)
  const unsaved = useCallback(() => !sent.current && form.isFieldsTouched(), [form])

  const submit = async (values: Values) => {
    sent.current = true
    setSending(pressed.current)
    setProblem(undefined)
    try {
      await (pressed.current === 'also' ? also?.onSubmit(values) : onSubmit(values))
    } catch (error) {
      sent.current = false
      setProblem(showFaults(form, error, faultWords, faultPrefix))
    } finally {
      setSending(undefined)
      pressed.current = 'first'
    }
  }

  return (
    <Form
      form={form}
      layout="vertical"
      initialValues={initialValues as Values}
      onFinish={submit}
      onFinishFailed={() => {
        pressed.current = 'first'
      }}
      onValuesChange={() => {
        sent.current = false
      }}
      scrollToFirstError={{ block: 'center', focus: true }}
      requiredMark
      noValidate
    >
      {children}
      <LeaveGuard unsaved={unsaved} />
      <ProblemAlert error={problem} />
      <div className="form-actions">
        <Button type="primary" htmlType="submit" loading={sending === 'first'} disabled={sending === 'also'}>
          {submitText}
        </Button>
        {also && (
          <Button
            loading={sending === 'also'}
            disabled={sending === 'first'}
            onClick={() => {
              pressed.current = 'also'
              form.submit()
            }}
          >
            {also.text}
          </Button>
        )}
        {onCancel && <Button onClick={onCancel}>{t('cancel')}</Button>}
      </div>
    </Form>
  )
}

/** Puts each fault under its input and answers with what no input could show. */
function showFaults<Values extends object>(
  form: FormInstance<Values>,
  error: unknown,
  words: (fault: FieldFault) => string,
  prefix?: string,
): unknown {
  if (!(error instanceof ApiError)) return error
  const faults = Object.entries(error.fields).map(([name, list]): [string, FieldFault[]] => [
    prefix && name.startsWith(`${prefix}.`) ? name.slice(prefix.length + 1) : name,
    list,
  ])
  // Asked of the form, not of the inputs: not every input has a ref.
  const inputs = new Set(form.getFieldsError().map(({ name }) => name.join('.')))
  const shown = faults.filter(([name]) => inputs.has(name))
  form.setFields(
    shown.map(([name, list]) => ({ name: pathOf(name) as never, errors: list.map(words) })) as Parameters<
      typeof form.setFields
    >[0],
  )
  const [first] = shown
  if (first) form.scrollToField(pathOf(first[0]) as never, { block: 'center', focus: true })
  if (faults.length > 0 && shown.length === faults.length) return undefined
  const rest = faults.filter(entry => !shown.includes(entry)).flatMap(([, list]) => list.map(words))
  return rest.length > 0 ? new ApiError(error.status, 'form.other-faults', rest.join(' ')) : error
}

/** A list's rows are numbers to the form. */
const pathOf = (name: string) => name.split('.').map(part => (/^\d+$/.test(part) ? Number(part) : part))
