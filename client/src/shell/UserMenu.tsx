import { DownOutlined, UserOutlined } from '@ant-design/icons'
import { Button, Dropdown } from 'antd'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { signOut, useAccount } from '../session/session.ts'

export function UserMenu() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { displayName, userName, roles } = useAccount()
  const items = [
    {
      key: 'who',
      type: 'group' as const,
      label: `${userName} · ${roles.map(role => t(`session:role.${role}`)).join('、')}`,
    },
    { key: 'account', label: t('session:account.title'), onClick: () => navigate('/account') },
    { key: 'signOut', label: t('session:signOut'), onClick: signOut },
  ]
  return (
    <Dropdown menu={{ items }} trigger={['click']} placement="bottomRight">
      <Button
        className="shell-header-button shell-user"
        type="text"
        icon={<UserOutlined aria-hidden />}
        aria-haspopup="menu"
        aria-label={displayName}
      >
        <span className="shell-user-name">{displayName}</span>
        <DownOutlined aria-hidden />
      </Button>
    </Dropdown>
  )
}
