import { Button, Modal } from 'antd'
import { useTranslation } from 'react-i18next'
import { notify } from '../../ui/notices.tsx'
import './organisations.css'

type Props = { secret: string | undefined; onClose: () => void }

/** Shown once: only its hash is kept, so nobody can read it again. */
export function IssuedKey({ secret, onClose }: Props) {
  const { t } = useTranslation('keys')
  return (
    <Modal
      open={secret !== undefined}
      title={t('issued.title')}
      destroyOnHidden
      closable={false}
      footer={
        <>
          <Button
            onClick={async () => {
              await navigator.clipboard.writeText(secret ?? '')
              notify(t('issued.copied'))
            }}
          >
            {t('issued.copy')}
          </Button>
          <Button type="primary" onClick={onClose}>
            {t('issued.close')}
          </Button>
        </>
      }
    >
      <p>{t('issued.text')}</p>
      <code className="issued-password issued-key">{secret}</code>
      <p>{t('issued.use')}</p>
      <code className="issued-password issued-key">{`curl -H "Authorization: Bearer ${secret?.slice(0, 10)}…" ${window.location.origin}/api/instruments`}</code>
    </Modal>
  )
}
