import { Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { notify } from '../ui/notices.tsx'
import { SubmitForm } from '../ui/SubmitForm.tsx'
import { useAccount, useChangePassword } from './session.ts'

type Values = { currentPassword: string; newPassword: string; repeated: string }

export function ChangePasswordForm() {
  const { t } = useTranslation('session')
  const { userName } = useAccount()
  const change = useChangePassword()
  const [form] = Form.useForm<Values>()

  return (
    <SubmitForm
      form={form}
      submitText={t('password.submit')}
      onSubmit={async ({ currentPassword, newPassword }: Values) => {
        await change.mutateAsync({ currentPassword, newPassword })
        form.resetFields()
        notify(t('password.changed'))
      }}
    >
      <input type="text" autoComplete="username" value={userName} readOnly hidden />
      <div className="form-grid">
        <Form.Item name="currentPassword" label={t('password.current')} rules={[{ required: true }]}>
          <Input.Password autoComplete="current-password" />
        </Form.Item>
        <Form.Item
          name="newPassword"
          label={t('password.new')}
          extra={t('password.rules')}
          rules={[{ required: true }]}
        >
          <Input.Password autoComplete="new-password" />
        </Form.Item>
        <Form.Item
          name="repeated"
          label={t('password.repeat')}
          dependencies={['newPassword']}
          rules={[
            { required: true },
            {
              validator: (_, value) =>
                !value || value === form.getFieldValue('newPassword')
                  ? Promise.resolve()
                  : Promise.reject(new Error(t('password.different'))),
            },
          ]}
        >
          <Input.Password autoComplete="new-password" />
        </Form.Item>
      </div>
    </SubmitForm>
  )
}
