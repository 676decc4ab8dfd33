import { useSuspenseQuery } from '@tanstack/react-query'
import { Button, DatePicker, Drawer, Form, Input, InputNumber, Select } from 'antd'
import dayjs from 'dayjs'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type LoaderFunctionArgs, useNavigate, useParams } from 'react-router'
import { queryClient, type Schema } from '../../api/client.ts'
import { can } from '../../session/session.ts'
import { ConfirmButton } from '../../ui/ConfirmButton.tsx'
import { DateText } from '../../ui/DateText.tsx'
import { dayField } from '../../ui/dayField.ts'
import { Facts } from '../../ui/Facts.tsx'
import { notify } from '../../ui/notices.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { SubmitForm } from '../../ui/SubmitForm.tsx'
import {
  staffMember,
  trainingKinds,
  useEditStaffMember,
  useRecordTraining,
  useRemoveStaffMember,
  useRemoveTraining,
} from './api.ts'
import { StaffForm } from './StaffForm.tsx'
import './staff.css'

export function loader({ params }: LoaderFunctionArgs) {
  return queryClient.fetchQuery(staffMember(params.memberId!))
}

/** One person of the register, and what they were trained in. */
export function Component() {
  const { t } = useTranslation('staff')
  const navigate = useNavigate()
  const { data: member } = useSuspenseQuery(staffMember(useParams().memberId!))
  const { facts } = member
  const edit = useEditStaffMember(member.id)
  const remove = useRemoveStaffMember(member.id)
  const [editing, setEditing] = useState(false)
  const mayEdit = can('staff.edit')

  return (
    <>
      <PageHeader
        title={facts.name}
        note={member.unitName}
        actions={
          mayEdit && (
            <>
              <ConfirmButton
                danger
                title={t('remove')}
                consequence={t('remove.text', { name: facts.name })}
                confirmText={t('remove')}
                onConfirm={async () => {
                  await remove.mutateAsync()
                  notify(t('removed', { name: facts.name }))
                  await navigate('/staff')
                }}
              >
                {t('remove')}
              </ConfirmButton>
              <Button type="primary" onClick={() => setEditing(true)}>
                {t('edit')}
              </Button>
            </>
          )
        }
      />
      <section className="panel">
        <Facts
          facts={[
            { label: t('field.gender'), value: t(`gender.${facts.gender}`) },
            { label: t('field.bornIn'), value: <span className="number">{facts.bornIn}</span> },
            { label: t('field.education'), value: t(`education.${facts.education}`) },
            { label: t('field.title'), value: facts.title },
            { label: t('field.titleLevel'), value: t(`titleLevel.${member.titleLevel}`) },
            { label: t('field.speciality'), value: facts.speciality },
            { label: t('field.department'), value: facts.department },
            { label: t('field.post'), value: facts.post },
            {
              label: t('field.years'),
              value: member.years !== null && t('yearsSince', { count: member.years, year: facts.analystSince }),
            },
            { label: t('field.fullTime'), value: t(`fullTime.${facts.fullTime}`) },
            { label: t('field.joinedOn'), value: facts.joinedOn && <DateText at={facts.joinedOn} /> },
            { label: t('field.leftOn'), value: facts.leftOn && <DateText at={facts.leftOn} /> },
            { label: t('field.staffNumber'), value: facts.staffNumber ?? (mayEdit ? '' : t('covered')) },
            { label: t('field.phone'), value: facts.phone ?? (mayEdit ? '' : t('covered')) },
            { label: t('field.instruments'), value: facts.instruments, wide: true },
            { label: t('field.certificates'), value: facts.certificates, wide: true },
          ]}
        />
      </section>
      <Trainings member={member} mayEdit={mayEdit} />
      <Drawer
        open={editing}
        onClose={() => setEditing(false)}
        size="min(640px, 100vw)"
        title={t('edit')}
        destroyOnHidden
      >
        <StaffForm
          initialValues={facts}
          submitText={t('save')}
          onCancel={() => setEditing(false)}
          onSubmit={async changed => {
            await edit.mutateAsync({ facts: changed, version: member.version })
            notify(t('saved'))
            setEditing(false)
          }}
        />
      </Drawer>
    </>
  )
}

function Trainings({ member, mayEdit }: { member: Schema<'StaffDetails'>; mayEdit: boolean }) {
  const { t } = useTranslation('staff')
  const [recording, setRecording] = useState(false)
  const remove = useRemoveTraining(member.id)
  return (
    <section className="panel" aria-labelledby="trainings">
      <div className="staff-head">
        <h2 id="trainings">{t('trainings')}</h2>
        {mayEdit && <Button onClick={() => setRecording(true)}>{t('training.record')}</Button>}
      </div>
      {member.trainings.length === 0 && <p className="field-note">{t('trainings.none')}</p>}
      <ul className="staff-trainings">
        {member.trainings.map(training => (
          <li key={training.id}>
            <span>
              <DateText at={training.from} />
              {training.until && (
                <>
                  {' – '}
                  <DateText at={training.until} />
                </>
              )}
            </span>
            <span className="grow">
              <strong>{training.topic}</strong> <span className="tag">{t(`kind.${training.kind}`)}</span>
              <br />
              <span className="field-note">
                {[training.organiser, training.hours && t('hours', { count: training.hours }), training.certificate]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </span>
            {mayEdit && (
              <ConfirmButton
                size="small"
                title={t('training.remove')}
                consequence={t('training.removeText', { topic: training.topic })}
                confirmText={t('training.remove')}
                onConfirm={() => remove.mutateAsync(training.id)}
              >
                {t('training.remove')}
              </ConfirmButton>
            )}
          </li>
        ))}
      </ul>
      <Drawer
        open={recording}
        onClose={() => setRecording(false)}
        size="min(520px, 100vw)"
        title={t('training.record')}
        destroyOnHidden
      >
        <TrainingForm memberId={member.id} onDone={() => setRecording(false)} />
      </Drawer>
    </section>
  )
}

function TrainingForm({ memberId, onDone }: { memberId: string; onDone: () => void }) {
  const { t } = useTranslation('staff')
  const record = useRecordTraining(memberId)
  return (
    <SubmitForm<Schema<'RecordTraining'>>
      initialValues={{ kind: 'training', organiser: null, until: null, hours: null, certificate: null }}
      submitText={t('training.record')}
      onCancel={onDone}
      onSubmit={async training => {
        await record.mutateAsync(training)
        notify(t('training.recorded'))
        onDone()
      }}
    >
      <Form.Item name="kind" label={t('training.kind')} rules={[{ required: true }]}>
        <Select options={trainingKinds.map(value => ({ value, label: t(`kind.${value}`) }))} />
      </Form.Item>
      <Form.Item name="topic" label={t('training.topic')} rules={[{ required: true, max: 200 }]}>
        <Input maxLength={200} autoComplete="off" />
      </Form.Item>
      <Form.Item name="organiser" label={t('training.organiser')} rules={[{ max: 200 }]}>
        <Input maxLength={200} autoComplete="off" />
      </Form.Item>
      <Form.Item name="from" label={t('training.from')} rules={[{ required: true }]} {...dayField}>
        <DatePicker className="full" maxDate={dayjs()} />
      </Form.Item>
      <Form.Item name="until" label={t('training.until')} {...dayField}>
        <DatePicker className="full" />
      </Form.Item>
      <Form.Item name="hours" label={t('training.hours')}>
        <InputNumber className="full" min={1} max={2000} precision={0} controls={false} />
      </Form.Item>
      <Form.Item name="certificate" label={t('training.certificate')} rules={[{ max: 100 }]}>
        <Input maxLength={100} autoComplete="off" />
      </Form.Item>
    </SubmitForm>
  )
}
