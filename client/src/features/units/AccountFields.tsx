import { useQuery } from '@tanstack/react-query'
import { Form, Input, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Schema } from '../../api/client.ts'
import { roleList } from './accountsApi.ts'

/** What creating and editing an account have in common; only roles of the organisation's tier can be given (U-11). */
export function AccountFields({ tier }: { tier: Schema<'OrganisationRow'>['tier'] }) {
  const { t } = useTranslation(['units', 'session'])
  const roles = useQuery(roleList).data?.filter(role => role.tier === tier) ?? []
  return (
    <>
      <Form.Item name="displayName" label={t('account.displayName')} rules={[{ required: true }, { max: 50 }]}>
        <Input autoComplete="off" />
      </Form.Item>
      <Form.Item name="roles" label={t('account.roles')} rules={[{ required: true }]} className="wide">
        <Select
          mode="multiple"
          showSearch={{ optionFilterProp: 'label' }}
          options={roles.map(({ name }) => ({ value: name, label: t(`session:role.${name}`) }))}
        />
      </Form.Item>
    </>
  )
}
