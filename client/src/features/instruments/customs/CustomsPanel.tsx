import { useQuery } from '@tanstack/react-query'
import { Button, DatePicker, Drawer, Form, Input, Modal, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DateText } from '../../../ui/DateText.tsx'
import { dayField } from '../../../ui/dayField.ts'
import { notify } from '../../../ui/notices.tsx'
import { ProblemAlert } from '../../../ui/ProblemAlert.tsx'
import { SubmitForm } from '../../../ui/SubmitForm.tsx'
import type { Instrument } from '../api.ts'
import { CustomsStateTag } from './CustomsStateTag.tsx'
import {
  type CustomsNotice,
  customsMatters,
  customsOf,
  useEnterCustomsNotice,
  useStrikeCustomsNotice,
} from './customsApi.ts'

/** Until when customs supervise it, what that forbids, and the notices that allow it (I-3). */
export function CustomsPanel({ instrument }: { instrument: Instrument }) {
  const { t } = useTranslation('customs')
  const { data, error } = useQuery(customsOf(instrument.id))
  const [entering, setEntering] = useState(false)
  const [striking, setStriking] = useState<CustomsNotice>()
  const edits = instrument.actions.includes('edit')

  return (
    <section className="panel" aria-labelledby="customs">
      <div className="panel-head">
        <h2 id="customs">{t('panel.title')}</h2>
        {edits && data?.supervision && <Button onClick={() => setEntering(true)}>{t('notice.enter')}</Button>}
      </div>
      <ProblemAlert error={error} />
      {data && (
        <p>
          {data.supervision ? (
            <>
              <CustomsStateTag state={data.supervision.state} /> {t('panel.from')}{' '}
              <DateText at={data.supervision.releasedOn} />
              {t('panel.to')} <DateText at={data.supervision.until} />
            </>
          ) : (
            t('panel.none')
          )}
        </p>
      )}
      {data?.supervision && (
        <ul>
          <li>{t(data.mayMove ? 'panel.mayMove' : 'panel.mayNotMove')}</li>
          <li>{t(data.mayLeave ? 'panel.mayLeave' : 'panel.mayNotLeave')}</li>
        </ul>
      )}
      {data && data.notices.length === 0 && <p className="note">{t('notice.none')}</p>}
      <ol className="history">
        {data?.notices.map(notice => (
          <li key={notice.id}>
            <p>
              <strong>{t(`matter.${notice.matter}`)}</strong> <span className="number">{notice.number}</span>{' '}
              {notice.struckAt && <span className="tag tag-bad">{t('notice.struck')}</span>}{' '}
              {edits && !notice.struckAt && (
                <Button size="small" onClick={() => setStriking(notice)}>
                  {t('notice.strike')}
                </Button>
              )}
            </p>
            <p>
              {t('notice.issued')} <DateText at={notice.issuedOn} />
              {notice.until && (
                <>
                  {t('instruments:comma')}
                  {t('notice.until')} <DateText at={notice.until} />
                </>
              )}
              {notice.place && `${t('instruments:comma')}${notice.place}`}
            </p>
            <p className="note">
              {[notice.note, t('notice.by', { by: notice.enteredBy }), notice.struckBecause]
                .filter(Boolean)
                .join(' · ')}
            </p>
          </li>
        ))}
      </ol>
      <Drawer
        open={entering}
        onClose={() => setEntering(false)}
        size="min(560px, 100vw)"
        title={t('notice.enter')}
        destroyOnHidden
      >
        <EnterForm instrumentId={instrument.id} onDone={() => setEntering(false)} />
      </Drawer>
      <Modal
        open={striking !== undefined}
        title={t('notice.strike')}
        footer={null}
        onCancel={() => setStriking(undefined)}
        destroyOnHidden
      >
        {striking && (
          <StrikeForm instrumentId={instrument.id} noticeId={striking.id} onDone={() => setStriking(undefined)} />
        )}
      </Modal>
    </section>
  )
}

type Entered = Parameters<ReturnType<typeof useEnterCustomsNotice>['mutateAsync']>[0]

function EnterForm({ instrumentId, onDone }: { instrumentId: string; onDone: () => void }) {
  const { t } = useTranslation('customs')
  const enter = useEnterCustomsNotice(instrumentId)
  const [matter, setMatter] = useState<Entered['matter']>()
  return (
    <SubmitForm<Entered>
      initialValues={{ until: null, place: null, note: null }}
      submitText={t('notice.enter')}
      onCancel={onDone}
      onSubmit={async values => {
        await enter.mutateAsync(values)
        notify(t('notice.entered'))
        onDone()
      }}
    >
      <Form.Item name="matter" label={t('matter')} rules={[{ required: true }]}>
        <Select
          options={customsMatters.map(value => ({ value, label: t(`matter.${value}`) }))}
          onChange={value => setMatter(value)}
        />
      </Form.Item>
      <Form.Item name="number" label={t('notice.number')} rules={[{ required: true, whitespace: true }, { max: 50 }]}>
        <Input />
      </Form.Item>
      <Form.Item name="issuedOn" label={t('notice.issuedOn')} rules={[{ required: true }]} {...dayField}>
        <DatePicker />
      </Form.Item>
      {matter !== 'released' && (
        <>
          <Form.Item
            name="place"
            label={t('notice.place')}
            rules={[{ required: true, whitespace: true }, { max: 200 }]}
          >
            <Input />
          </Form.Item>
          <Form.Item name="until" label={t('notice.untilDay')} extra={t('notice.untilNote')} {...dayField}>
            <DatePicker />
          </Form.Item>
        </>
      )}
      <Form.Item name="note" label={t('notice.note')} rules={[{ max: 500 }]}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} />
      </Form.Item>
    </SubmitForm>
  )
}

function StrikeForm({
  instrumentId,
  noticeId,
  onDone,
}: {
  instrumentId: string
  noticeId: string
  onDone: () => void
}) {
  const { t } = useTranslation('customs')
  const strike = useStrikeCustomsNotice(instrumentId)
  return (
    <SubmitForm<{ reason: string }>
      submitText={t('notice.strike')}
      onCancel={onDone}
      onSubmit={async ({ reason }) => {
        await strike.mutateAsync({ noticeId, reason })
        notify(t('notice.struckDone'))
        onDone()
      }}
    >
      <Form.Item name="reason" label={t('notice.reason')} rules={[{ required: true, whitespace: true }, { max: 500 }]}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} />
      </Form.Item>
    </SubmitForm>
  )
}
