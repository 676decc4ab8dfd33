import { useQuery } from '@tanstack/react-query'
import { Button, Form, Modal, Radio, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { newKey } from '../../../api/newKey.ts'
import { SubmitForm } from '../../../ui/SubmitForm.tsx'
import { custodianList, type InstrumentRow, useAssignCustodians } from '../api.ts'
import { BulkReport } from '../BulkReport.tsx'

type Row = Pick<InstrumentRow, 'id' | 'nameZh' | 'version'>
type Props = { rows: Row[]; chosen?: string[]; onClose: (done: boolean) => void }
type Values = { change?: 'add' | 'replace' | 'remove'; accountIds?: string[] }

/** Says who of the unit's people runs the chosen instruments (U-11); of one alone all of them are said at once. */
export function EntrustDialog({ rows, chosen, onClose }: Props) {
  const { t } = useTranslation('upkeep')
  const people = useQuery(custodianList).data ?? []
  const assign = useAssignCustodians()
  const [form] = Form.useForm<Values>()
  const change = Form.useWatch('change', form)
  const [key, setKey] = useState(newKey)
  const report = assign.data
  const close = () => onClose(report !== undefined)

  return (
    <Modal
      open
      title={t('custodians.entrust')}
      width={640}
      onCancel={close}
      footer={
        report ? (
          <Button type="primary" onClick={close}>
            {t('instruments:bulk.close')}
          </Button>
        ) : null
      }
    >
      {report ? (
        <BulkReport report={report} rows={rows as InstrumentRow[]} done={t('custodians.done')} />
      ) : (
        <>
          <p>{t('custodians.text')}</p>
          <SubmitForm<Values>
            form={form}
            initialValues={{ change: chosen ? 'replace' : 'add', accountIds: chosen ?? [] }}
            submitText={t('custodians.confirm', { count: rows.length })}
            onCancel={() => onClose(false)}
            onSubmit={async values => {
              try {
                const items = rows.map(({ id, version }) => ({ id, version }))
                const answer = await assign.mutateAsync({
                  change: values.change ?? 'replace',
                  accountIds: values.accountIds ?? [],
                  items,
                  key,
                })
                if (rows.length === 1 && answer.refused === 0) onClose(true)
              } catch (error) {
                // What is mended and sent again is another command.
                setKey(newKey())
                throw error
              }
            }}
          >
            {!chosen && (
              <Form.Item name="change" label={t('custodians.change')}>
                <Radio.Group
                  options={(['add', 'replace', 'remove'] as const).map(value => ({
                    value,
                    label: t(`custodians.${value}`),
                  }))}
                />
              </Form.Item>
            )}
            <Form.Item
              name="accountIds"
              label={t('custodians.people')}
              rules={[{ required: !chosen && change !== 'replace', type: 'array' }]}
              extra={(chosen || change === 'replace') && t('custodians.replaceNote')}
            >
              <Select
                mode="multiple"
                showSearch={{ optionFilterProp: 'label' }}
                options={people.map(({ accountId, name, instruments: count }) => ({
                  value: accountId,
                  label: t('custodians.person', { name, count }),
                }))}
              />
            </Form.Item>
          </SubmitForm>
        </>
      )}
    </Modal>
  )
}
