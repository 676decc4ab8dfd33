import { Form, Input, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ActionButton } from '../../../ui/ActionButton.tsx'
import { notify } from '../../../ui/notices.tsx'
import { SubmitForm } from '../../../ui/SubmitForm.tsx'
import { type Instrument, useRetireInstrument } from '../api.ts'

export function RetireButton({ instrument, refusal }: { instrument: Instrument; refusal?: string }) {
  const { t } = useTranslation('instruments')
  const [open, setOpen] = useState(false)
  const retire = useRetireInstrument(instrument.id)
  return (
    <>
      <ActionButton danger {...(refusal ? { refusal } : {})} onClick={() => setOpen(true)}>
        {t('action.retire')}
      </ActionButton>
      <Modal open={open} title={t('action.retire')} footer={null} onCancel={() => setOpen(false)} destroyOnHidden>
        <p>{t('retire.text')}</p>
        <SubmitForm<{ reason: string }>
          submitText={t('retire.confirm')}
          onCancel={() => setOpen(false)}
          onSubmit={async ({ reason }) => {
            await retire.mutateAsync({ reason, version: instrument.version })
            notify(t('retire.done'))
            setOpen(false)
          }}
        >
          <Form.Item
            name="reason"
            label={t('retire.reason')}
            rules={[{ required: true, whitespace: true }, { max: 500 }]}
          >
            <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} />
          </Form.Item>
        </SubmitForm>
      </Modal>
    </>
  )
}
