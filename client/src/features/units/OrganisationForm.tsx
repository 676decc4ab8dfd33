import { useQuery } from '@tanstack/react-query'
import { Form, Input, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Schema } from '../../api/client.ts'
import { notify } from '../../ui/notices.tsx'
import { SubmitForm } from '../../ui/SubmitForm.tsx'
import { regions, useEditOrganisation, useRegisterOrganisation } from './api.ts'

type Organisation = Schema<'OrganisationRow'>
type Props = { parent: Organisation; organisation?: Organisation; onDone: () => void }

/** Registers or renames a supervising department 主管部门. */
export function OrganisationForm({ parent, organisation, onDone }: Props) {
  const { t } = useTranslation('units')
  const divisions = useQuery(regions).data ?? []
  const register = useRegisterOrganisation()
  const edit = useEditOrganisation(organisation?.id ?? '')

  return (
    <SubmitForm
      initialValues={organisation ?? { regionCode: parent.regionCode }}
      submitText={t('edit.submit')}
      onCancel={onDone}
      onSubmit={async ({ name, regionCode }: { name: string; regionCode: string }) => {
        await (organisation
          ? edit.mutateAsync({ name, regionCode, version: organisation.version })
          : register.mutateAsync({ parentId: parent.id, name, regionCode, tier: 'supervisor' }))
        notify(t('edit.done'))
        onDone()
      }}
    >
      <Form.Item name="name" label={t('organisations.name')} rules={[{ required: true }, { max: 200 }]}>
        <Input />
      </Form.Item>
      <Form.Item name="regionCode" label={t('organisations.region')} rules={[{ required: true }]}>
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          options={divisions.map(({ code, name }) => ({ value: code, label: name }))}
        />
      </Form.Item>
    </SubmitForm>
  )
}
