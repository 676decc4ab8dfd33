import { useTranslation } from 'react-i18next'
import type { Schema } from '../../api/client.ts'

export function AccountStateTag({ account }: { account: Schema<'AccountRow'> }) {
  const { t } = useTranslation('units')
  if (account.disabled) return <span className="tag tag-bad">{t('account.disabled')}</span>
  if (account.lockedUntil) return <span className="tag tag-bad">{t('account.locked')}</span>
  if (account.mustChangePassword) return <span className="tag">{t('account.mustChange')}</span>
  return <span className="tag tag-good">{t('account.active')}</span>
}
