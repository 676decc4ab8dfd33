import { useQuery } from '@tanstack/react-query'
import { Button, DatePicker, Drawer, Form, Input, Modal, Select } from 'antd'
import dayjs from 'dayjs'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Schema } from '../../api/client.ts'
import { can } from '../../session/session.ts'
import { DateText } from '../../ui/DateText.tsx'
import { dayField } from '../../ui/dayField.ts'
import { notify } from '../../ui/notices.tsx'
import { SubmitForm } from '../../ui/SubmitForm.tsx'
import { integrityList, integrityMatters, useEndIntegrityRecord, useOpenIntegrityRecord } from './standingApi.ts'
import './standing.css'

type Row = Schema<'IntegrityRow'>
const today = () => dayjs().format('YYYY-MM-DD')

export function IntegrityState({ record }: { record: Row }) {
  const { t } = useTranslation('standing')
  if (record.counts) return <span className="tag tag-bad">{t('state.counts')}</span>
  return <span className="tag">{t(record.endedOn ? 'state.ended' : 'state.over')}</span>
}

/** What was decided about this unit's integrity (U-8). */
export function IntegrityPanel({ unitId, closed }: { unitId: string; closed: boolean }) {
  const { t } = useTranslation('standing')
  const records = useQuery(integrityList({ unitId, size: 200 })).data?.items
  const [opening, setOpening] = useState(false)
  const [ending, setEnding] = useState<Row>()
  const manages = can('integrity.manage')

  return (
    <section className="panel" aria-labelledby="integrity">
      <div className="panel-head">
        <h2 id="integrity">{t('integrity.title')}</h2>
        {manages && !closed && <Button onClick={() => setOpening(true)}>{t('integrity.open')}</Button>}
      </div>
      {records?.length === 0 && <p className="note">{t('integrity.none')}</p>}
      <ul className="standing">
        {records?.map(record => (
          <li key={record.id}>
            <div className="standing-head">
              <strong>{t(`matter.${record.matter}`)}</strong>
              <IntegrityState record={record} />
              <span>
                <DateText at={record.from} /> –{' '}
                {(record.endedOn ?? record.until) ? <DateText at={record.endedOn ?? record.until} /> : t('untilEnded')}
              </span>
              {manages && !record.endedOn && (
                <Button size="small" onClick={() => setEnding(record)}>
                  {t('integrity.end')}
                </Button>
              )}
            </div>
            <p>{record.what}</p>
            <p className="note">
              {t('integrity.decided', { by: record.decidedBy, document: record.document || '—' })}
              {record.endedOn && ` · ${t('integrity.endedLine', { on: record.endedOn, reason: record.endReason })}`}
            </p>
          </li>
        ))}
      </ul>
      <Drawer
        open={opening}
        onClose={() => setOpening(false)}
        size="min(560px, 100vw)"
        title={t('integrity.open')}
        destroyOnHidden
      >
        <OpenForm unitId={unitId} onDone={() => setOpening(false)} />
      </Drawer>
      <Modal
        open={ending !== undefined}
        title={t('integrity.end')}
        footer={null}
        onCancel={() => setEnding(undefined)}
        destroyOnHidden
      >
        {ending && <EndForm record={ending} onDone={() => setEnding(undefined)} />}
      </Modal>
    </section>
  )
}

function OpenForm({ unitId, onDone }: { unitId: string; onDone: () => void }) {
  const { t } = useTranslation('standing')
  const open = useOpenIntegrityRecord()
  return (
    <SubmitForm<Omit<Schema<'OpenIntegrityRecord'>, 'unitId'>>
      initialValues={{ from: today(), until: null, document: '' }}
      submitText={t('integrity.open')}
      onCancel={onDone}
      onSubmit={async values => {
        await open.mutateAsync({ ...values, unitId })
        notify(t('integrity.opened'))
        onDone()
      }}
    >
      <Form.Item name="matter" label={t('matter')} rules={[{ required: true }]}>
        <Select options={integrityMatters.map(value => ({ value, label: t(`matter.${value}`) }))} />
      </Form.Item>
      <Form.Item name="what" label={t('what')} rules={[{ required: true }, { max: 1000 }]}>
        <Input.TextArea autoSize={{ minRows: 3, maxRows: 10 }} />
      </Form.Item>
      <Form.Item name="happenedOn" label={t('happenedOn')} rules={[{ required: true }]} {...dayField}>
        <DatePicker className="full" />
      </Form.Item>
      <Form.Item name="decidedBy" label={t('decidedBy')} rules={[{ required: true }, { max: 200 }]}>
        <Input />
      </Form.Item>
      <Form.Item name="document" label={t('document')} rules={[{ max: 100 }]}>
        <Input />
      </Form.Item>
      <Form.Item name="from" label={t('from')} rules={[{ required: true }]} {...dayField}>
        <DatePicker className="full" />
      </Form.Item>
      <Form.Item name="until" label={t('until')} extra={t('until.note')} {...dayField}>
        <DatePicker className="full" />
      </Form.Item>
    </SubmitForm>
  )
}

function EndForm({ record, onDone }: { record: Row; onDone: () => void }) {
  const { t } = useTranslation('standing')
  const end = useEndIntegrityRecord(record.id)
  return (
    <SubmitForm<Omit<Schema<'EndIntegrityRecord'>, 'version'>>
      initialValues={{ endedOn: today() }}
      submitText={t('integrity.end')}
      onCancel={onDone}
      onSubmit={async values => {
        await end.mutateAsync({ ...values, version: record.version })
        notify(t('integrity.endedDone'))
        onDone()
      }}
    >
      <Form.Item name="endedOn" label={t('endedOn')} rules={[{ required: true }]} {...dayField}>
        <DatePicker className="full" />
      </Form.Item>
      <Form.Item name="reason" label={t('reason')} rules={[{ required: true }, { max: 500 }]}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} />
      </Form.Item>
    </SubmitForm>
  )
}
