import { Button, Form, Input, Modal, Radio } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { newKey } from '../../api/newKey.ts'
import { SubmitForm } from '../../ui/SubmitForm.tsx'
import { type BulkSetting, type InstrumentRow, useBulkSetting } from './api.ts'
import { BulkReport } from './BulkReport.tsx'
import { CarrierSelect } from './carriers/CarrierSelect.tsx'
import { StatusDays } from './StatusDays.tsx'
import { useFields } from './useFields.ts'

type Props = { setting: keyof BulkSetting; rows: InstrumentRow[]; onClose: (done: boolean) => void }

type Values = {
  status: NonNullable<BulkSetting['operate']>['status']
  note: string
  since?: string | null
  expectedBackOn?: string | null
  department: string
  contactName: string
  contactPhone: string
  contactEmail: string
  carrierId: string | undefined
}

const assigned = ['department', 'contactName', 'contactPhone', 'contactEmail'] as const

/** One operating status, or one department and contact, for all that were chosen; then what did happen, row by row. */
export function BulkSettingDialog({ setting, rows, onClose }: Props) {
  const { t } = useTranslation('instruments')
  const { find, label } = useFields()
  const set = useBulkSetting()
  const [key, setKey] = useState(newKey)
  const [form] = Form.useForm<Values>()
  const status = Form.useWatch('status', form)
  const report = set.data
  const send = async (values: Values) => {
    const { status, note, since, expectedBackOn, ...others } = values
    try {
      await set.mutateAsync({
        items: rows,
        key,
        ...(setting === 'operate'
          ? { operate: { status, note: note || null, since: since ?? null, expectedBackOn: expectedBackOn ?? null } }
          : { assign: { ...others, carrierId: others.carrierId ?? null } }),
      })
    } catch (error) {
      // What is mended and sent again is another command.
      setKey(newKey())
      throw error
    }
  }

  return (
    <Modal
      open
      title={t(`bulk.${setting}.title`)}
      width={760}
      onCancel={() => onClose(report !== undefined)}
      footer={
        report ? (
          <Button type="primary" onClick={() => onClose(true)}>
            {t('bulk.close')}
          </Button>
        ) : null
      }
    >
      {report ? (
        <BulkReport report={report} rows={rows} done={t(`bulk.${setting}.done`)} />
      ) : (
        <>
          <p>{t(`bulk.${setting}.text`, { count: rows.length })}</p>
          <SubmitForm<Values>
            form={form}
            initialValues={{ status: 'inService', note: '' }}
            submitText={t(`bulk.${setting}.confirm`, { count: rows.length })}
            onCancel={() => onClose(false)}
            onSubmit={send}
          >
            {setting === 'operate' ? (
              <>
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
                  <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} />
                </Form.Item>
              </>
            ) : (
              <div className="form-grid">
                {assigned.map(field => (
                  <Form.Item
                    key={field}
                    name={field}
                    label={label(field)}
                    rules={[{ max: find(field)?.maxLength ?? 100 }]}
                  >
                    <Input placeholder={t('bulk.assign.unchanged')} />
                  </Form.Item>
                ))}
                <Form.Item name="carrierId" label={label('carrierType')}>
                  <CarrierSelect />
                </Form.Item>
              </div>
            )}
          </SubmitForm>
        </>
      )}
    </Modal>
  )
}
