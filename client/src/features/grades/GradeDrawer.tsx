import { useQuery } from '@tanstack/react-query'
import { DatePicker, Drawer, Form, Input, Select } from 'antd'
import dayjs from 'dayjs'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { newKey } from '../../api/newKey.ts'
import { dayField } from '../../ui/dayField.ts'
import { notify } from '../../ui/notices.tsx'
import { SubmitForm } from '../../ui/SubmitForm.tsx'
import {
  type Grade,
  type GradeFacts,
  grades,
  unitChoice,
  useAcceptRectification,
  useCorrectGrade,
  useEnterGrade,
  useWithdrawGrade,
} from './api.ts'

/** What the officer is doing, and to which grade. */
export type GradeAct = { kind: 'enter' } | { kind: 'correct' | 'accept' | 'withdraw'; grade: Grade }

type Done = { onDone: () => void }

export function GradeDrawer({ act, onDone }: { act: GradeAct | undefined } & Done) {
  const { t } = useTranslation('grades')
  return (
    <Drawer
      open={act !== undefined}
      onClose={onDone}
      size="min(560px, 100vw)"
      title={act && (act.kind === 'enter' ? t('enter') : `${t(act.kind)}：${act.grade.unitName} ${act.grade.year}`)}
      destroyOnHidden
    >
      {act?.kind === 'enter' && <EnterForm onDone={onDone} />}
      {act?.kind === 'correct' && <CorrectForm grade={act.grade} onDone={onDone} />}
      {act?.kind === 'accept' && <AcceptForm grade={act.grade} onDone={onDone} />}
      {act?.kind === 'withdraw' && <WithdrawForm grade={act.grade} onDone={onDone} />}
    </Drawer>
  )
}

function EnterForm({ onDone }: Done) {
  const { t } = useTranslation('grades')
  const enter = useEnterGrade()
  const [key] = useState(newKey)
  const [search, setSearch] = useState('')
  const units = useQuery(unitChoice(search)).data ?? []
  const lastYear = dayjs().year() - 1
  return (
    <SubmitForm<GradeFacts & { unitId: string; year: number }>
      initialValues={{ year: lastYear }}
      submitText={t('enter')}
      faultPrefix="facts"
      onCancel={onDone}
      onSubmit={async ({ unitId, year, ...facts }) => {
        await enter.mutateAsync({ unitId, year, facts, key })
        notify(t('entered'))
        onDone()
      }}
    >
      <Form.Item name="unitId" label={t('unit')} rules={[{ required: true }]}>
        <Select
          showSearch={{ filterOption: false, onSearch: setSearch }}
          options={units.map(unit => ({ value: unit.id, label: unit.name }))}
        />
      </Form.Item>
      <Form.Item name="year" label={t('year')} rules={[{ required: true }]}>
        <Select options={Array.from({ length: 10 }, (_, back) => ({ value: lastYear - back }))} />
      </Form.Item>
      <FactFields />
    </SubmitForm>
  )
}

function CorrectForm({ grade: { id, version, ...known }, onDone }: { grade: Grade } & Done) {
  const { t } = useTranslation('grades')
  const correct = useCorrectGrade(id)
  const { grade, decidedBy, document, decidedOn } = known
  return (
    <SubmitForm<GradeFacts & { reason: string }>
      initialValues={{ grade, decidedBy, document, decidedOn }}
      submitText={t('correct')}
      faultPrefix="facts"
      onCancel={onDone}
      onSubmit={async ({ reason, ...facts }) => {
        await correct.mutateAsync({ facts, reason, version })
        notify(t('corrected'))
        onDone()
      }}
    >
      <FactFields />
      <ReasonField label={t('reason.correct')} />
    </SubmitForm>
  )
}

function AcceptForm({ grade, onDone }: { grade: Grade } & Done) {
  const { t } = useTranslation('grades')
  const accept = useAcceptRectification(grade.id)
  return (
    <SubmitForm<{ acceptedOn: string; note: string }>
      initialValues={{ acceptedOn: dayjs().format('YYYY-MM-DD') }}
      submitText={t('accept')}
      onCancel={onDone}
      onSubmit={async values => {
        await accept.mutateAsync({ ...values, version: grade.version })
        notify(t('accepted'))
        onDone()
      }}
    >
      <Form.Item name="acceptedOn" label={t('acceptedOn')} rules={[{ required: true }]} {...dayField}>
        <DatePicker className="full" />
      </Form.Item>
      <Form.Item
        name="note"
        label={t('acceptNote')}
        extra={t('acceptNote.note')}
        rules={[{ required: true }, { max: 1000 }]}
      >
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} />
      </Form.Item>
    </SubmitForm>
  )
}

function WithdrawForm({ grade, onDone }: { grade: Grade } & Done) {
  const { t } = useTranslation('grades')
  const withdraw = useWithdrawGrade(grade.id)
  return (
    <SubmitForm<{ reason: string }>
      submitText={t('withdraw')}
      onCancel={onDone}
      onSubmit={async ({ reason }) => {
        await withdraw.mutateAsync({ reason, version: grade.version })
        notify(t('withdrawn'))
        onDone()
      }}
    >
      <p>{t('withdraw.note')}</p>
      <ReasonField label={t('reason.withdraw')} />
    </SubmitForm>
  )
}

function FactFields() {
  const { t } = useTranslation('grades')
  const unqualified = Form.useWatch('grade') === 'unqualified'
  return (
    <>
      <Form.Item
        name="grade"
        label={t('grade')}
        rules={[{ required: true }]}
        extra={unqualified ? t('unqualified.note') : undefined}
      >
        <Select options={grades.map(value => ({ value, label: t(`grade.${value}`) }))} />
      </Form.Item>
      <Form.Item name="decidedBy" label={t('decidedBy')} rules={[{ required: true }, { max: 200 }]}>
        <Input />
      </Form.Item>
      <Form.Item name="document" label={t('document')} rules={[{ required: true }, { max: 100 }]}>
        <Input />
      </Form.Item>
      <Form.Item name="decidedOn" label={t('decidedOn')} rules={[{ required: true }]} {...dayField}>
        <DatePicker className="full" />
      </Form.Item>
    </>
  )
}

function ReasonField({ label }: { label: string }) {
  return (
    <Form.Item name="reason" label={label} rules={[{ required: true }, { max: 1000 }]}>
      <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} />
    </Form.Item>
  )
}
