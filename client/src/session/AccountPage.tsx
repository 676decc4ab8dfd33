import { Alert } from 'antd'
import { useTranslation } from 'react-i18next'
import { Facts } from '../ui/Facts.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { ChangePasswordForm } from './ChangePasswordForm.tsx'
import { NoticeChoicesPanel } from './NoticeChoicesPanel.tsx'
import { SessionList } from './SessionList.tsx'
import { useAccount } from './session.ts'
import { TotpPanel } from './TotpPanel.tsx'

/** My account: who I am here, my password, where I am signed in. */
export function Component() {
  const { t } = useTranslation(['session', 'totp'])
  const account = useAccount()
  return (
    <>
      <PageHeader title={t('account.title')} />
      {account.mustChangePassword && (
        <Alert className="problem-alert" type="warning" showIcon title={t('password.mustChange')} />
      )}
      {account.mustSetUpTotp && <Alert className="problem-alert" type="warning" showIcon title={t('totp:required')} />}
      <section className="panel">
        <Facts
          facts={[
            { label: t('account.userName'), value: account.userName },
            { label: t('account.displayName'), value: account.displayName },
            { label: t('account.organisation'), value: account.organisation.name },
            { label: t('account.roles'), value: account.roles.map(role => t(`role.${role}`)).join(t('ui:comma')) },
          ]}
        />
      </section>
      <section className="panel" aria-labelledby="password">
        <h2 id="password">{t('password.title')}</h2>
        <ChangePasswordForm />
      </section>
      {!account.mustChangePassword && <TotpPanel />}
      {!account.mustChangePassword && !account.mustSetUpTotp && <NoticeChoicesPanel />}
      {!account.mustChangePassword && (
        <section aria-labelledby="sessions">
          <h2 id="sessions">{t('sessions.title')}</h2>
          <SessionList />
        </section>
      )}
    </>
  )
}
