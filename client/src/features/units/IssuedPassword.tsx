import { Button, Modal } from 'antd'
import { useTranslation } from 'react-i18next'
import './organisations.css'

type Props = { password: string | undefined; onClose: () => void }

/** Shown once: nobody can read it again, and the person must change it at the first sign-in. */
export function IssuedPassword({ password, onClose }: Props) {
  const { t } = useTranslation('units')
  return (
    <Modal
      open={password !== undefined}
      title={t('issued.title')}
      closable={false}
      footer={
        <Button type="primary" onClick={onClose}>
          {t('issued.close')}
        </Button>
      }
    >
      <p>{t('issued.text')}</p>
      <code className="issued-password">{password}</code>
    </Modal>
  )
}
