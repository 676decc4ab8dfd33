import { Form, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { Schema } from '../../api/client.ts'
import { useAccount } from '../../session/session.ts'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { SubmitForm } from '../../ui/SubmitForm.tsx'
import { AccountFields } from './AccountFields.tsx'
import { useCreateAccount } from './accountsApi.ts'
import { firstPassword } from './firstPassword.ts'
import { IssuedPassword } from './IssuedPassword.tsx'
import { type Choice, OrganisationSelect } from './OrganisationSelect.tsx'

export function Component() {
  const { t } = useTranslation('units')
  const navigate = useNavigate()
  const own = useAccount().organisation
  const create = useCreateAccount()
  const [issued, setIssued] = useState<string>()
  const [form] = Form.useForm<Omit<Schema<'CreateAccount'>, 'password'>>()
  const [organisation, setOrganisation] = useState<Choice>(own)

  return (
    <>
      <PageHeader title={t('accounts.create')} note={t('accounts.createNote')} />
      <section className="panel">
        <SubmitForm
          form={form}
          initialValues={{ organisationId: own.id, roles: [] }}
          submitText={t('accounts.create')}
          onCancel={() => navigate('/accounts')}
          onSubmit={async values => {
            const password = firstPassword()
            await create.mutateAsync({ ...values, password })
            setIssued(password)
          }}
        >
          <div className="form-grid">
            <Form.Item name="organisationId" label={t('account.organisation')} rules={[{ required: true }]}>
              <OrganisationSelect
                onChoose={choice => {
                  // Roles belong to a tier: those of another would be refused.
                  if (choice.tier !== organisation.tier) form.setFieldValue('roles', [])
                  setOrganisation(choice)
                }}
              />
            </Form.Item>
            <Form.Item
              name="userName"
              label={t('account.userName')}
              extra={t('account.userNameNote')}
              rules={[
                { required: true },
                { min: 3, max: 100 },
                { pattern: /^[\p{L}\p{N}._@-]+$/u, message: t('account.userNameLetters') },
              ]}
            >
              <Input autoComplete="off" spellCheck={false} />
            </Form.Item>
            <AccountFields tier={organisation.tier} />
          </div>
        </SubmitForm>
      </section>
      <IssuedPassword password={issued} onClose={() => navigate('/accounts')} />
    </>
  )
}
