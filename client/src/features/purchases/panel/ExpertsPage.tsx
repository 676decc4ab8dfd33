import { useQuery } from '@tanstack/react-query'
import { Button, Drawer, Form, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../../api/client.ts'
import { notify } from '../../../ui/notices.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { ProblemAlert } from '../../../ui/ProblemAlert.tsx'
import { SubmitForm } from '../../../ui/SubmitForm.tsx'
import '../../../ui/table.css'
import '../purchases.css'
import { type Expert, expertList, type Seat, seats, useEnterExpert } from './api.ts'
import './panel.css'

/** Who may sit on panels 专家库: for whom they speak, their fields, their unit and projects, from which conflicts follow. */
export function Component() {
  const { t } = useTranslation('panel')
  const experts = useQuery(expertList())
  const [editing, setEditing] = useState<Expert>()
  return (
    <>
      <PageHeader title={t('experts')} note={t('experts.note')} />
      <ProblemAlert error={experts.error} />
      <section className="data-table" aria-busy={experts.isPending}>
        <table>
          <caption className="visually-hidden">{t('experts')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('expert.name')}</th>
              <th scope="col">{t('expert.seat')}</th>
              <th scope="col">{t('expert.fields')}</th>
              <th scope="col">{t('expert.unit')}</th>
              <th scope="col">{t('expert.projects')}</th>
              <th scope="col">{t('edit')}</th>
            </tr>
          </thead>
          <tbody>
            {experts.data?.map(expert => (
              <tr key={expert.accountId}>
                <td className="heading" data-label={t('expert.name')}>
                  {expert.name} <span className="case-note">{expert.organisationName}</span>
                </td>
                <td data-label={t('expert.seat')}>{t(`seat.${expert.seat}`)}</td>
                <td data-label={t('expert.fields')}>{expert.fields.join(', ') || '—'}</td>
                <td data-label={t('expert.unit')}>{expert.unitName ?? '—'}</td>
                <td data-label={t('expert.projects')}>{expert.projects.join(', ') || '—'}</td>
                <td data-label={t('edit')}>
                  <Button size="small" onClick={() => setEditing(expert)}>
                    {t('edit')}
                    <span className="visually-hidden"> {expert.name}</span>
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <Drawer open={Boolean(editing)} title={editing?.name} onClose={() => setEditing(undefined)} destroyOnHidden>
        {editing && <ExpertForm expert={editing} onDone={() => setEditing(undefined)} />}
      </Drawer>
    </>
  )
}

type Values = { seat: Seat; fields: string[]; unitId?: string | null; projects: string[] }

function ExpertForm({ expert, onDone }: { expert: Expert; onDone: () => void }) {
  const { t } = useTranslation('panel')
  const enter = useEnterExpert(expert.accountId)
  const [search, setSearch] = useState('')
  const units = useQuery({
    queryKey: ['units', 'choice', search],
    queryFn: async () =>
      (await api.GET('/api/units/managing-units', { params: { query: { search, size: 20 } } })).data!.items,
  })
  const known = expert.unitId ? [{ value: expert.unitId, label: expert.unitName ?? expert.unitId }] : []
  const found = (units.data ?? []).map(unit => ({ value: unit.id, label: unit.name }))
  return (
    <SubmitForm<Values>
      initialValues={{ seat: expert.seat, fields: expert.fields, unitId: expert.unitId, projects: expert.projects }}
      submitText={t('save')}
      onCancel={onDone}
      onSubmit={async values => {
        await enter.mutateAsync({ ...values, unitId: values.unitId ?? null, version: expert.version })
        notify(t('saved'))
        onDone()
      }}
    >
      <Form.Item name="seat" label={t('expert.seat')} rules={[{ required: true }]}>
        <Select options={seats.map(value => ({ value, label: t(`seat.${value}`) }))} />
      </Form.Item>
      <Form.Item name="fields" label={t('expert.fields')} extra={t('expert.fields.note')}>
        <Select mode="tags" open={false} suffixIcon={null} tokenSeparators={[',', ' ', '，']} />
      </Form.Item>
      <Form.Item name="unitId" label={t('expert.unit')} extra={t('expert.unit.note')}>
        <Select
          allowClear
          showSearch={{ filterOption: false, onSearch: setSearch }}
          options={[...known.filter(each => found.every(({ value }) => value !== each.value)), ...found]}
        />
      </Form.Item>
      <Form.Item name="projects" label={t('expert.projects')} extra={t('expert.projects.note')}>
        <Select mode="tags" open={false} suffixIcon={null} tokenSeparators={[',', ' ', '，']} />
      </Form.Item>
    </SubmitForm>
  )
}
