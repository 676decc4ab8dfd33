import { Checkbox, Form, Input, Switch } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Schema } from '../api/client.ts'
import { notify } from '../ui/notices.tsx'
import { ProblemAlert } from '../ui/ProblemAlert.tsx'
import { SubmitForm } from '../ui/SubmitForm.tsx'
import { useNoticeChoices, useSetNoticeChoices } from './notices.ts'

type Choices = Schema<'NoticeChoices'>
type Values = { email: string; wantsMail: boolean; byMail: string[] }

/** Which notices come by e-mail too, and where to. */
export function NoticeChoicesPanel() {
  const { t } = useTranslation('notices')
  const { data, error } = useNoticeChoices()
  return (
    <section className="panel" aria-labelledby="notice-choices">
      <h2 id="notice-choices">{t('choices.title')}</h2>
      <p className="field-note">{t('choices.note')}</p>
      <ProblemAlert error={error} />
      {data && <ChoicesForm key={data.version} choices={data} />}
    </section>
  )
}

function ChoicesForm({ choices }: { choices: Choices }) {
  const { t } = useTranslation('notices')
  const save = useSetNoticeChoices()
  const [form] = Form.useForm<Values>()
  const wantsMail = Form.useWatch('wantsMail', form) ?? choices.wantsMail
  const chosen = choices.kinds.filter(({ byMail }) => byMail).map(({ kind }) => kind)

  return (
    <SubmitForm
      form={form}
      submitText={t('choices.save')}
      initialValues={{ email: choices.email ?? '', wantsMail: choices.wantsMail, byMail: chosen }}
      onSubmit={async ({ email, wantsMail, byMail }: Values) => {
        const noMailOf = choices.kinds.map(({ kind }) => kind).filter(kind => !byMail.includes(kind))
        await save.mutateAsync({ email: email.trim() || null, wantsMail, noMailOf, version: choices.version })
        notify(t('choices.saved'))
      }}
    >
      <div className="form-grid">
        <Form.Item name="email" label={t('choices.email')} extra={t('choices.emailHint')}>
          <Input type="email" autoComplete="email" maxLength={200} />
        </Form.Item>
        <Form.Item name="wantsMail" label={t('choices.wantsMail')} valuePropName="checked">
          <Switch />
        </Form.Item>
      </div>
      <Form.Item name="byMail" label={t('choices.kinds')}>
        <Checkbox.Group
          disabled={!wantsMail}
          options={choices.kinds.map(({ kind }) => ({ value: kind, label: t(`name.${kind}`) }))}
        />
      </Form.Item>
    </SubmitForm>
  )
}
