import { Drawer } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Schema } from '../../api/client.ts'
import { useAccount } from '../../session/session.ts'
import { ConfirmButton } from '../../ui/ConfirmButton.tsx'
import { DateText } from '../../ui/DateText.tsx'
import { Facts } from '../../ui/Facts.tsx'
import { notify } from '../../ui/notices.tsx'
import { SubmitForm } from '../../ui/SubmitForm.tsx'
import { AccountFields } from './AccountFields.tsx'
import { AccountStateTag } from './AccountStateTag.tsx'
import { useEditAccount, useEndSessionsOfAccount, useRemoveTotpOfAccount, useResetPassword } from './accountsApi.ts'
import { firstPassword } from './firstPassword.ts'
import { IssuedPassword } from './IssuedPassword.tsx'

type Person = Schema<'AccountRow'>
type Props = { person: Person | undefined; onClose: () => void }

/** One account beside the list: name and roles, and the commands that end its access. */
export function EditAccountDrawer({ person, onClose }: Props) {
  const { t } = useTranslation('units')
  return (
    <Drawer open={person !== undefined} onClose={onClose} size="min(520px, 100vw)" title={t('accounts.edit')}>
      {person && (
        <>
          <Facts
            facts={[
              { label: t('account.userName'), value: person.userName, wide: true },
              { label: t('account.organisation'), value: person.organisationName, wide: true },
              { label: t('account.state'), value: <AccountStateTag account={person} />, wide: true },
              { label: t('account.totp'), value: t(person.totp ? 'account.totpOn' : 'account.totpOff'), wide: true },
              { label: t('account.lastSignInAt'), value: <DateText at={person.lastSignInAt} />, wide: true },
            ]}
          />
          <hr className="rule" />
          <EditAccountForm key={person.version} person={person} onClose={onClose} />
          <hr className="rule" />
          <AccountCommands person={person} />
        </>
      )}
    </Drawer>
  )
}

function EditAccountForm({ person, onClose }: { person: Person; onClose: () => void }) {
  const { t } = useTranslation('units')
  const edit = useEditAccount(person.id)
  const { disabled, version } = person
  return (
    <SubmitForm<Pick<Person, 'displayName' | 'roles'>>
      initialValues={person}
      submitText={t('edit.submit')}
      onCancel={onClose}
      onSubmit={async ({ displayName, roles }) => {
        await edit.mutateAsync({ displayName, roles, disabled, version })
        notify(t('edit.done'))
        onClose()
      }}
    >
      <AccountFields tier={person.tier} />
    </SubmitForm>
  )
}

function AccountCommands({ person }: { person: Person }) {
  const { t } = useTranslation('units')
  const refusal = useAccount().id === person.id ? t('account.ownRefusal') : undefined
  const edit = useEditAccount(person.id)
  const endSessions = useEndSessionsOfAccount(person.id)
  const resetPassword = useResetPassword(person.id)
  const removeTotp = useRemoveTotpOfAccount(person.id)
  const [issued, setIssued] = useState<string>()
  const switching = person.disabled ? 'enable' : 'disable'
  const name = { name: person.displayName }

  return (
    <section aria-labelledby="commands">
      <h2 id="commands">{t('account.commands')}</h2>
      <div className="account-commands">
        <ConfirmButton
          refusal={refusal}
          title={t('account.resetPassword')}
          consequence={t('account.resetPasswordText', name)}
          confirmText={t('account.resetPassword')}
          onConfirm={async () => {
            const password = firstPassword()
            await resetPassword.mutateAsync(password)
            setIssued(password)
          }}
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
        {person.totp && (
          <ConfirmButton
            refusal={refusal}
            title={t('account.removeTotp')}
            consequence={t('account.removeTotpText', name)}
            confirmText={t('account.removeTotp')}
            onConfirm={async () => {
              await removeTotp.mutateAsync()
              notify(t('edit.done'))
            }}
          >
            {t('account.removeTotp')}
          </ConfirmButton>
        )}
        <ConfirmButton
          refusal={refusal}
          danger={switching === 'disable'}
          title={t(`account.${switching}`)}
          consequence={t(`account.${switching}Text`, name)}
          confirmText={t(`account.${switching}`)}
          onConfirm={async () => {
            const { displayName, roles, version } = person
            await edit.mutateAsync({ displayName, roles, version, disabled: switching === 'disable' })
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
