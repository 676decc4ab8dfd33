import { Checkbox, Form, Input, InputNumber, Select } from 'antd'
import dayjs from 'dayjs'
import { useTranslation } from 'react-i18next'
import { can } from '../../session/session.ts'
import { SubmitForm } from '../../ui/SubmitForm.tsx'
import { useCreateMachineKey } from './keysApi.ts'
import { machinePermissions } from './machinePermissions.ts'

type Values = { name: string; permissions: string[]; days: number; perMinute: number }
type Props = { onIssued: (key: string) => void; onCancel: () => void }

/** Makes a key for one of the unit's own systems; what one may not do oneself, one's machines may not either. */
export function CreateMachineKeyForm({ onIssued, onCancel }: Props) {
  const { t } = useTranslation('keys')
  const create = useCreateMachineKey()
  return (
    <SubmitForm<Values>
      initialValues={{ permissions: ['instruments.read'], days: 365, perMinute: 120 }}
      submitText={t('create')}
      onCancel={onCancel}
      onSubmit={async ({ days, ...values }) => {
        const expiresOn = dayjs().add(days, 'day').format('YYYY-MM-DD')
        const { key } = await create.mutateAsync({ ...values, unitId: null, expiresOn })
        onIssued(key)
      }}
    >
      <Form.Item name="name" label={t('name')} extra={t('name.note')} rules={[{ required: true }, { max: 100 }]}>
        <Input autoComplete="off" />
      </Form.Item>
      <Form.Item name="permissions" label={t('permissions')} rules={[{ required: true }]}>
        <Checkbox.Group
          className="key-permissions"
          options={machinePermissions.map(value => ({
            value,
            label: t(`permission.${value}`),
            disabled: !can(value),
          }))}
        />
      </Form.Item>
      <Form.Item name="days" label={t('days')} extra={t('days.note')} rules={[{ required: true }]}>
        <Select options={[30, 90, 180, 365, 730].map(value => ({ value, label: t('days.count', { count: value }) }))} />
      </Form.Item>
      <Form.Item name="perMinute" label={t('perMinute')} extra={t('perMinute.note')} rules={[{ required: true }]}>
        <InputNumber min={1} max={6000} precision={0} className="full" />
      </Form.Item>
    </SubmitForm>
  )
}
