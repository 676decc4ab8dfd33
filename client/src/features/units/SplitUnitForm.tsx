import { useQuery } from '@tanstack/react-query'
import { Alert, Form, Input, Radio, Select } from 'antd'
import { useDeferredValue, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Schema } from '../../api/client.ts'
import { SubmitForm } from '../../ui/SubmitForm.tsx'
import { managingUnitList } from './api.ts'
import { departmentsOf, instrumentsNamed, useSplitUnit } from './changesApi.ts'
import { normaliseCreditCode } from './creditCode.ts'
import { DecisionFields, decided } from './DecisionFields.tsx'

type Values = Omit<Schema<'SplitUnit'>, 'version'> & { to: 'existing' | 'new' }

/** A part of the unit goes to another: whole departments, single instruments, or both. */
export function SplitUnitForm({ unit, onDone }: { unit: Schema<'ManagingUnitDetails'>; onDone: () => void }) {
  const { t } = useTranslation('changes')
  const split = useSplitUnit(unit.id)
  const [form] = Form.useForm<Values>()
  const to = Form.useWatch('to', form)
  const departments = useQuery(departmentsOf(unit.id)).data ?? []
  const units = useSearch()
  const instruments = useSearch()
  const foundUnits =
    useQuery(managingUnitList({ search: units.asked || undefined, size: 50, sort: 'name' })).data?.items ?? []
  const foundInstruments = useQuery(instrumentsNamed(unit.id, instruments.asked)).data?.items ?? []

  return (
    <SubmitForm<Values>
      form={form}
      initialValues={{ ...decided(), to: 'existing', departments: [], instrumentIds: [] }}
      submitText={t('split')}
      onSubmit={async ({ to: where, intoUnitId, newUnit, ...values }) => {
        const taker = where === 'new' ? { intoUnitId: null, newUnit } : { intoUnitId, newUnit: null }
        await split.mutateAsync({ ...values, ...taker, version: unit.version })
        onDone()
      }}
    >
      <Alert className="problem-alert" type="info" title={t('split.text', { name: unit.name })} />
      <Form.Item name="departments" label={t('split.departments')}>
        <Select
          mode="multiple"
          options={departments.map(({ department, instruments: count }) => ({
            value: department,
            label: t('split.department', { name: department, count }),
          }))}
        />
      </Form.Item>
      <Form.Item
        name="instrumentIds"
        label={t('split.instruments')}
        dependencies={['departments']}
        rules={[
          ({ getFieldValue }) => ({
            validator: (_, chosen: string[]) =>
              chosen.length > 0 || getFieldValue('departments').length > 0
                ? Promise.resolve()
                : Promise.reject(new Error(t('split.choose'))),
          }),
        ]}
      >
        <Select
          mode="multiple"
          showSearch={{ filterOption: false, onSearch: instruments.setText }}
          options={foundInstruments.map(({ id, nameZh, assetNumber }) => ({
            value: id,
            label: [nameZh, assetNumber].filter(Boolean).join(' · '),
          }))}
        />
      </Form.Item>
      <Form.Item name="to" label={t('split.to')}>
        <Radio.Group
          className="stacked-choice"
          options={(['existing', 'new'] as const).map(value => ({ value, label: t(`split.to.${value}`) }))}
        />
      </Form.Item>
      {to === 'new' ? (
        <>
          <Form.Item name={['newUnit', 'name']} label={t('split.name')} rules={[{ required: true }, { max: 200 }]}>
            <Input />
          </Form.Item>
          <Form.Item
            name={['newUnit', 'creditCode']}
            label={t('split.creditCode')}
            normalize={normaliseCreditCode}
            rules={[{ required: true }]}
          >
            <Input className="number" maxLength={24} autoComplete="off" spellCheck={false} />
          </Form.Item>
        </>
      ) : (
        <Form.Item name="intoUnitId" label={t('split.unit')} rules={[{ required: true }]}>
          <Select
            showSearch={{ filterOption: false, onSearch: units.setText }}
            options={foundUnits.filter(({ id }) => id !== unit.id).map(({ id, name }) => ({ value: id, label: name }))}
          />
        </Form.Item>
      )}
      <DecisionFields />
    </SubmitForm>
  )
}

function useSearch() {
  const [text, setText] = useState('')
  return { asked: useDeferredValue(text.trim()), setText }
}
