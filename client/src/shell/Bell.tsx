import { BellOutlined } from '@ant-design/icons'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useUnread } from '../session/notices.ts'

/** Leads to my notices; the number is what I have not read. */
export function Bell() {
  const { t } = useTranslation('notices')
  const unread = useUnread()
  // The server counts to a hundred.
  const number = unread > 99 ? '99+' : String(unread)
  return (
    <Link to="/notices" className="shell-bell" aria-label={unread ? t('bell.unread', { number }) : t('bell')}>
      <BellOutlined aria-hidden />
      {unread > 0 && (
        <span className="shell-bell-number number" aria-hidden="true">
          {number}
        </span>
      )}
    </Link>
  )
}
