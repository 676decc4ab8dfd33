import { useQuery } from '@tanstack/react-query'
import { Form, Input, Radio, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Schema } from '../../api/client.ts'
import { SubmitForm } from '../../ui/SubmitForm.tsx'
import { organisationTree, regions } from './api.ts'
import { CreditCodeField } from './CreditCodeField.tsx'
import { unitKinds } from './unitKinds.ts'

/** The unit's facts, and where a new one is registered. */
export type UnitValues = Schema<'ManagingUnitFacts'> & { supervisorId: string }

type Props = {
  initialValues: Partial<UnitValues>
  submitText: string
  /** A unit keeps the supervising department it was registered under. */
  supervisorFixed?: boolean
  onSubmit: (values: UnitValues) => Promise<unknown>
  onCancel: () => void
}

export function UnitForm({ supervisorFixed = false, ...form }: Props) {
  const { t } = useTranslation('units')
  const supervisors = useQuery(organisationTree).data?.filter(({ tier }) => tier === 'supervisor') ?? []
  const leagues = useQuery(regions).data?.filter(({ level }) => level === 'leagueOrCity') ?? []

  return (
    <SubmitForm {...form} faultPrefix="facts">
      <div className="form-grid">
        <Form.Item name="name" label={t('field.name')} rules={[{ required: true }, { max: 200 }]}>
          <Input />
        </Form.Item>
        <CreditCodeField />
        <Form.Item name="kind" label={t('field.kind')} rules={[{ required: true }]}>
          <Select options={unitKinds.map(value => ({ value, label: t(`kind.${value}`) }))} />
        </Form.Item>
        {!supervisorFixed && (
          <Form.Item name="supervisorId" label={t('field.supervisor')} rules={[{ required: true }]}>
            <Select
              showSearch={{ optionFilterProp: 'label' }}
              options={supervisors.map(({ id, name }) => ({ value: id, label: name }))}
            />
          </Form.Item>
        )}
        <Form.Item name="leagueCode" label={t('field.league')} rules={[{ required: true }]}>
          <Select
            showSearch={{ optionFilterProp: 'label' }}
            options={leagues.map(({ code, name }) => ({ value: code, label: name }))}
          />
        </Form.Item>
        <Form.Item name="centralLevel" label={t('field.centralLevel')} rules={[{ required: true }]}>
          <Radio.Group
            options={[
              { value: false, label: t('level.local') },
              { value: true, label: t('level.central') },
            ]}
          />
        </Form.Item>
        <Form.Item name="contactName" label={t('field.contactName')} rules={[{ max: 50 }]}>
          <Input />
        </Form.Item>
        <Form.Item name="contactPhone" label={t('field.contactPhone')} rules={[{ max: 50 }]}>
          <Input inputMode="tel" />
        </Form.Item>
        <Form.Item name="website" label={t('field.website')} rules={[{ type: 'url' }, { max: 200 }]}>
          <Input inputMode="url" placeholder="https://" />
        </Form.Item>
        <Form.Item name="address" label={t('field.address')} rules={[{ max: 200 }]} className="wide">
          <Input />
        </Form.Item>
      </div>
    </SubmitForm>
  )
}
