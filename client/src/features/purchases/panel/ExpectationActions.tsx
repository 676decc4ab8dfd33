import { Button, Form, Input, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { can } from '../../../session/session.ts'
import { ConfirmButton } from '../../../ui/ConfirmButton.tsx'
import { notify } from '../../../ui/notices.tsx'
import { SubmitForm } from '../../../ui/SubmitForm.tsx'
import { type Expectation, useEndExpectation, useResumeExpectation } from './api.ts'

/** For the centre: an awaited instrument will not be bought, or is awaited again after all. */
export function ExpectationActions({ awaited }: { awaited: Expectation }) {
  if (!can('purchases.convene') || awaited.metOn) return null
  return awaited.endedOn ? <ResumeExpectation awaited={awaited} /> : <EndExpectation awaited={awaited} />
}

function ResumeExpectation({ awaited }: { awaited: Expectation }) {
  const { t } = useTranslation('cases')
  const resume = useResumeExpectation(awaited.id)
  return (
    <ConfirmButton
      size="small"
      title={t('expectation.resume')}
      consequence={t('expectation.resume.text', { name: awaited.nameZh })}
      confirmText={t('expectation.resume')}
      onConfirm={async () => {
        await resume.mutateAsync({ version: awaited.version })
        notify(t('expectation.resume.done'))
      }}
    >
      {t('expectation.resume')}
    </ConfirmButton>
  )
}

/** While the instrument is awaited: it will not be bought, with the reason. */
function EndExpectation({ awaited }: { awaited: Expectation }) {
  const { t } = useTranslation('cases')
  const [open, setOpen] = useState(false)
  const end = useEndExpectation(awaited.id)
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
