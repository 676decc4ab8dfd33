import { useSuspenseQuery } from '@tanstack/react-query'
import { Form, Input, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { queryClient, type Schema } from '../../api/client.ts'
import { useAccount } from '../../session/session.ts'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { SubmitForm } from '../../ui/SubmitForm.tsx'
import { AccountFields } from './AccountFields.tsx'
import { useCreateAccount } from './accountsApi.ts'
import { managingUnitList, organisationTree } from './api.ts'
import { firstPassword } from './firstPassword.ts'
import { IssuedPassword } from './IssuedPassword.tsx'

const firstUnits = managingUnitList({ size: 200, sort: 'name' })

export async function loader() {
  await Promise.all([queryClient.ensureQueryData(organisationTree), queryClient.ensureQueryData(firstUnits)])
  return null
}

export function Component() {
  const { t } = useTranslation('units')
  const navigate = useNavigate()
  const own = useAccount().organisation
  const { data: tree } = useSuspenseQuery(organisationTree)
  const { data: units } = useSuspenseQuery(firstUnits)
  const create = useCreateAccount()
  const [issued, setIssued] = useState<string>()
  const [form] = Form.useForm<Omit<Schema<'CreateAccount'>, 'password'>>()
  const organisationId = Form.useWatch('organisationId', form)

  const organisations = [
    ...tree.map(({ id, name, tier }) => ({ id, name, tier })),
    ...units.items.filter(({ id }) => id !== own.id).map(({ id, name }) => ({ id, name, tier: 'unit' as const })),
  ]

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
              <Select
                showSearch={{ optionFilterProp: 'label' }}
                options={organisations.map(({ id, name }) => ({ value: id, label: name }))}
                onChange={() => form.setFieldValue('roles', [])}
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
            <AccountFields tier={organisations.find(({ id }) => id === organisationId)?.tier} />
          </div>
        </SubmitForm>
      </section>
      <IssuedPassword password={issued} onClose={() => navigate('/accounts')} />
    </>
  )
}
