import { Button, Form, Input, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { can } from '../../../session/session.ts'
import { notify } from '../../../ui/notices.tsx'
import { SubmitForm } from '../../../ui/SubmitForm.tsx'
import { type Expectation, useEndExpectation } from './api.ts'

/** For the centre, while the instrument is awaited: it will not be bought, with the reason. */
export function EndExpectation({ awaited }: { awaited: Expectation }) {
  const { t } = useTranslation('cases')
  const [open, setOpen] = useState(false)
  const end = useEndExpectation(awaited.id)
  if (!can('purchases.convene') || awaited.metOn || awaited.endedOn) return null
  const close = () => setOpen(false)
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>
        {t('expectation.end')}
      </Button>
      <Modal
        open={open}
        title={t('expectation.end.title', { name: awaited.nameZh })}
        footer={null}
        onCancel={close}
        destroyOnHidden
      >
        <SubmitForm<{ reason: string }>
          submitText={t('expectation.end')}
          onCancel={close}
          onSubmit={async ({ reason }) => {
            await end.mutateAsync({ reason, version: awaited.version })
            notify(t('expectation.end.done'))
            close()
          }}
        >
          <p>{t('expectation.end.note')}</p>
          <Form.Item name="reason" label={t('expectation.end.reason')} rules={[{ required: true }, { max: 1000 }]}>
            <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} />
          </Form.Item>
        </SubmitForm>
      </Modal>
    </>
  )
}
