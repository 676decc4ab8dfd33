import { useQuery } from '@tanstack/react-query'
import { Alert, Drawer, Form, Radio, Select, Tabs } from 'antd'
import { useDeferredValue, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Schema } from '../../api/client.ts'
import { notify } from '../../ui/notices.tsx'
import { SubmitForm } from '../../ui/SubmitForm.tsx'
import { managingUnitList, organisationTree } from './api.ts'
import { useCloseUnit, useMergeUnit, useMoveUnit } from './changesApi.ts'
import { DecisionFields, decided } from './DecisionFields.tsx'
import { SplitUnitForm } from './SplitUnitForm.tsx'

type Unit = Schema<'ManagingUnitDetails'>
type FormProps = { unit: Unit; onDone: () => void }

/** What changes a unit's being: another department, a merger, its end. Each with its day, who decided, and why. */
export function ChangeUnitDrawer({ unit, open, onClose }: { unit: Unit; open: boolean; onClose: () => void }) {
  const { t } = useTranslation('changes')
  const done = () => {
    notify(t('done'))
    onClose()
  }
  return (
    <Drawer open={open} onClose={onClose} size="min(560px, 100vw)" title={t('title')} destroyOnHidden>
      <Tabs
        destroyOnHidden
        items={[
          { key: 'move', label: t('move'), children: <MoveForm unit={unit} onDone={done} /> },
          { key: 'merge', label: t('merge'), children: <MergeForm unit={unit} onDone={done} /> },
          { key: 'split', label: t('split'), children: <SplitUnitForm unit={unit} onDone={done} /> },
          { key: 'close', label: t('close'), children: <CloseForm unit={unit} onDone={done} /> },
        ]}
      />
    </Drawer>
  )
}

function MoveForm({ unit, onDone }: FormProps) {
  const { t } = useTranslation('changes')
  const move = useMoveUnit(unit.id)
  const supervisors = useQuery(organisationTree).data?.filter(({ tier }) => tier === 'supervisor') ?? []
  return (
    <SubmitForm<Omit<Schema<'MoveUnit'>, 'version'>>
      initialValues={decided()}
      submitText={t('move')}
      onSubmit={async values => {
        await move.mutateAsync({ ...values, version: unit.version })
        onDone()
      }}
    >
      <Alert className="problem-alert" type="info" title={t('move.text')} />
      <Form.Item name="supervisorId" label={t('supervisor')} rules={[{ required: true }]}>
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          options={supervisors
            .filter(({ id }) => id !== unit.supervisorId)
            .map(({ id, name }) => ({ value: id, label: name }))}
        />
      </Form.Item>
      <DecisionFields />
    </SubmitForm>
  )
}

function MergeForm({ unit, onDone }: FormProps) {
  const { t } = useTranslation('changes')
  const merge = useMergeUnit(unit.id)
  const [text, setText] = useState('')
  const search = useDeferredValue(text.trim())
  const units = useQuery(managingUnitList({ search: search || undefined, size: 50, sort: 'name' })).data?.items ?? []
  return (
    <SubmitForm<Omit<Schema<'MergeUnit'>, 'version'>>
      initialValues={{ ...decided(), people: 'follow' }}
      submitText={t('merge')}
      onSubmit={async values => {
        await merge.mutateAsync({ ...values, version: unit.version })
        onDone()
      }}
    >
      <Alert className="problem-alert" type="warning" title={t('merge.text', { name: unit.name })} />
      <Form.Item name="intoUnitId" label={t('into')} rules={[{ required: true }]}>
        <Select
          showSearch={{ filterOption: false, onSearch: setText }}
          options={units.filter(({ id }) => id !== unit.id).map(({ id, name }) => ({ value: id, label: name }))}
        />
      </Form.Item>
      <Form.Item name="people" label={t('people')} rules={[{ required: true }]}>
        <Radio.Group
          options={[
            { value: 'follow', label: t('people.follow') },
            { value: 'close', label: t('people.close') },
          ]}
        />
      </Form.Item>
      <DecisionFields />
    </SubmitForm>
  )
}

function CloseForm({ unit, onDone }: FormProps) {
  const { t } = useTranslation('changes')
  const close = useCloseUnit(unit.id)
  return (
    <SubmitForm<Omit<Schema<'CloseUnit'>, 'version'>>
      initialValues={decided()}
      submitText={t('close')}
      onSubmit={async values => {
        await close.mutateAsync({ ...values, version: unit.version })
        onDone()
      }}
    >
      <Alert className="problem-alert" type="warning" title={t('close.text', { name: unit.name })} />
      <DecisionFields />
    </SubmitForm>
  )
}
