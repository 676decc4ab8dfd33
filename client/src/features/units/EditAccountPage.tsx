import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type LoaderFunctionArgs, useNavigate, useParams } from 'react-router'
import { queryClient, type Schema } from '../../api/client.ts'
import { useAccount } from '../../session/session.ts'
import { ConfirmButton } from '../../ui/ConfirmButton.tsx'
import { DateText } from '../../ui/DateText.tsx'
import { Facts } from '../../ui/Facts.tsx'
import { notify } from '../../ui/notices.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { SubmitForm } from '../../ui/SubmitForm.tsx'
import { AccountFields } from './AccountFields.tsx'
import { AccountStateTag } from './AccountStateTag.tsx'
import { account, useAccountCommand, useEditAccount, useResetPassword } from './accountsApi.ts'
import { IssuedPassword } from './IssuedPassword.tsx'
import './organisations.css'

export function loader({ params }: LoaderFunctionArgs) {
  return queryClient.fetchQuery(account(params.accountId!))
}

export function Component() {
  const { t } = useTranslation('units')
  const navigate = useNavigate()
  const { data: person } = useSuspenseQuery(account(useParams().accountId!))
  const edit = useEditAccount(person.id)

  return (
    <>
      <PageHeader title={person.displayName} note={<AccountStateTag account={person} />} />
      <section className="panel">
        <Facts
          facts={[
            { label: t('account.userName'), value: person.userName },
            { label: t('account.organisation'), value: person.organisationName },
            { label: t('account.lastSignInAt'), value: <DateText at={person.lastSignInAt} /> },
          ]}
        />
      </section>
      <section className="panel" aria-label={t('accounts.edit')}>
        <SubmitForm<Schema<'EditAccount'>>
          key={person.version}
          initialValues={person}
          submitText={t('edit.submit')}
          onCancel={() => navigate('/accounts')}
          onSubmit={async values => {
            await edit.mutateAsync({ ...values, version: person.version })
            notify(t('edit.done'))
          }}
        >
          <div className="form-grid">
            <AccountFields tier={person.tier} />
          </div>
        </SubmitForm>
      </section>
      <AccountCommands person={person} />
    </>
  )
}

function AccountCommands({ person }: { person: Schema<'AccountRow'> }) {
  const { t } = useTranslation('units')
  const own = useAccount().id === person.id
  const refusal = own ? t('account.ownRefusal') : undefined
  const switching = person.disabled ? 'enable' : 'disable'
  const switchOnOff = useAccountCommand(person.id, switching)
  const endSessions = useAccountCommand(person.id, 'end-sessions')
  const resetPassword = useResetPassword(person.id)
  const [issued, setIssued] = useState<string>()
  const name = { name: person.displayName }

  return (
    <section className="panel" aria-labelledby="commands">
      <h2 id="commands">{t('account.commands')}</h2>
      <div className="account-commands">
        <ConfirmButton
          refusal={refusal}
          title={t('account.resetPassword')}
          consequence={t('account.resetPasswordText', name)}
          confirmText={t('account.resetPassword')}
          onConfirm={async () => setIssued((await resetPassword.mutateAsync()).password)}
        >
          {t('account.resetPassword')}
        </ConfirmButton>
        <ConfirmButton
          refusal={refusal}
          title={t('account.endSessions')}
          consequence={t('account.endSessionsText', name)}
          confirmText={t('account.endSessions')}
          onConfirm={async () => {
            await endSessions.mutateAsync()
            notify(t('account.sessionsEnded'))
          }}
        >
          {t('account.endSessions')}
        </ConfirmButton>
        <ConfirmButton
          refusal={refusal}
          danger={switching === 'disable'}
          title={t(`account.${switching}`)}
          consequence={t(`account.${switching}Text`, name)}
          confirmText={t(`account.${switching}`)}
          onConfirm={async () => {
            await switchOnOff.mutateAsync()
            notify(t('edit.done'))
          }}
        >
          {t(`account.${switching}`)}
        </ConfirmButton>
      </div>
      <IssuedPassword password={issued} onClose={() => setIssued(undefined)} />
    </section>
  )
}
