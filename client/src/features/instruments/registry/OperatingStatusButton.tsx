import { Form, Input, Modal, Radio } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Schema } from '../../../api/client.ts'
import { ActionButton } from '../../../ui/ActionButton.tsx'
import { notify } from '../../../ui/notices.tsx'
import { SubmitForm } from '../../../ui/SubmitForm.tsx'
import { type Instrument, useSetOperatingStatus } from '../api.ts'
import { StatusDays } from '../StatusDays.tsx'
import { useFields } from '../useFields.ts'

/** Done standing at the instrument: large choices, one line, done. */
export function OperatingStatusButton({ instrument, refusal }: { instrument: Instrument; refusal?: string }) {
  const { t } = useTranslation('instruments')
  const { find } = useFields()
  const [open, setOpen] = useState(false)
  const [form] = Form.useForm<Schema<'SetOperatingStatus'>>()
  const status = Form.useWatch('status', form)
  const set = useSetOperatingStatus(instrument.id)
  return (
    <>
      <ActionButton {...(refusal ? { refusal } : {})} onClick={() => setOpen(true)}>
        {t('action.operate')}
      </ActionButton>
      <Modal open={open} title={t('action.operate')} footer={null} onCancel={() => setOpen(false)} destroyOnHidden>
        <SubmitForm<Schema<'SetOperatingStatus'>>
          form={form}
          initialValues={{
            status: instrument.record.operatingStatus ?? 'inService',
            note: '',
            since: null,
            expectedBackOn: null,
          }}
          submitText={t('save')}
          onCancel={() => setOpen(false)}
          onSubmit={async ({ note, ...values }) => {
            await set.mutateAsync({
              ...values,
              note: note || null,
              since: values.since ?? null,
              expectedBackOn: values.expectedBackOn ?? null,
              version: instrument.version,
            })
            notify(t('operate.done'))
            setOpen(false)
          }}
        >
          <Form.Item name="status" label={t('column.operatingStatus')} rules={[{ required: true }]}>
            <Radio.Group
              className="status-choice"
              options={(find('operatingStatus')?.codes ?? []).map(value => ({
                value,
                label: t(`code.operatingStatus.${value}`),
              }))}
            />
          </Form.Item>
          <StatusDays inService={status === 'inService'} />
          <Form.Item name="note" label={t('operate.note')} rules={[{ max: 500 }]}>
            <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} placeholder={t('operate.noteHint')} />
          </Form.Item>
        </SubmitForm>
      </Modal>
    </>
  )
}
