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
import { normaliseCreditCode } from './creditCode.ts'
import { affiliationKinds, affiliationsOf, useDeclareAffiliation, useEndAffiliation } from './standingApi.ts'
import './standing.css'

type Row = Schema<'AffiliationRow'>
const today = () => dayjs().format('YYYY-MM-DD')

/** The units that service for is not external (U-6); the other side sees what one declares. */
export function AffiliationsPanel({ unitId, closed }: { unitId: string; closed: boolean }) {
  const { t } = useTranslation('standing')
  const affiliations = useQuery(affiliationsOf(unitId)).data?.items
  const [declaring, setDeclaring] = useState(false)
  const [ending, setEnding] = useState<Row>()
  const mayEdit = can('units.edit') && !closed
  const holds = ({ from, until }: Row) => from <= today() && (!until || until >= today())

  return (
    <section className="panel" aria-labelledby="affiliations">
      <div className="panel-head">
        <h2 id="affiliations">{t('affiliations.title')}</h2>
        {mayEdit && <Button onClick={() => setDeclaring(true)}>{t('affiliations.declare')}</Button>}
      </div>
      <p className="note">{t('affiliations.note')}</p>
      {affiliations?.length === 0 && <p className="note">{t('affiliations.none')}</p>}
      <ul className="standing">
        {affiliations?.map(row => (
          <li key={row.id}>
            <div className="standing-head">
              <strong>{row.unitId === unitId ? row.otherUnitName : row.unitName}</strong>
              <span className="tag">{t(`kind.${row.kind}`)}</span>
              <span className={holds(row) ? 'tag tag-good' : 'tag'}>
                {t(holds(row) ? 'affiliations.holds' : 'affiliations.over')}
              </span>
              <span>
                <DateText at={row.from} /> – {row.until ? <DateText at={row.until} /> : t('untilEnded')}
              </span>
              {mayEdit && row.mine && !row.until && (
                <Button size="small" onClick={() => setEnding(row)}>
                  {t('affiliations.end')}
                </Button>
              )}
            </div>
            <p className="note">
              {row.note && `${row.note} · `}
              {t('affiliations.declaredBy', { by: row.declaredBy })} <DateText at={row.declaredAt} />
            </p>
          </li>
        ))}
      </ul>
      <Drawer
        open={declaring}
        onClose={() => setDeclaring(false)}
        size="min(560px, 100vw)"
        title={t('affiliations.declare')}
        destroyOnHidden
      >
        <DeclareForm unitId={unitId} onDone={() => setDeclaring(false)} />
      </Drawer>
      <Modal
        open={ending !== undefined}
        title={t('affiliations.end')}
        footer={null}
        onCancel={() => setEnding(undefined)}
        destroyOnHidden
      >
        {ending && <EndForm row={ending} onDone={() => setEnding(undefined)} />}
      </Modal>
    </section>
  )
}

function DeclareForm({ unitId, onDone }: { unitId: string; onDone: () => void }) {
  const { t } = useTranslation('standing')
  const declare = useDeclareAffiliation()
  return (
    <SubmitForm<Omit<Schema<'DeclareAffiliation'>, 'unitId'>>
      initialValues={{ from: today(), until: null, note: '' }}
      submitText={t('affiliations.declare')}
      onCancel={onDone}
      onSubmit={async values => {
        await declare.mutateAsync({ ...values, unitId })
        notify(t('affiliations.declared'))
        onDone()
      }}
    >
      <Form.Item
        name="otherCreditCode"
        label={t('affiliations.code')}
        normalize={normaliseCreditCode}
        rules={[{ required: true }]}
      >
        <Input className="number" maxLength={24} autoComplete="off" spellCheck={false} />
      </Form.Item>
      <Form.Item name="kind" label={t('affiliations.kind')} rules={[{ required: true }]}>
        <Select options={affiliationKinds.map(value => ({ value, label: t(`kind.${value}`) }))} />
      </Form.Item>
      <Form.Item name="from" label={t('from')} rules={[{ required: true }]} {...dayField}>
        <DatePicker className="full" />
      </Form.Item>
      <Form.Item name="until" label={t('until')} extra={t('until.note')} {...dayField}>
        <DatePicker className="full" />
      </Form.Item>
      <Form.Item name="note" label={t('affiliations.remark')} rules={[{ max: 500 }]}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} />
      </Form.Item>
    </SubmitForm>
  )
}

function EndForm({ row, onDone }: { row: Row; onDone: () => void }) {
  const { t } = useTranslation('standing')
  const end = useEndAffiliation(row.id)
  return (
    <SubmitForm<Omit<Schema<'EndAffiliation'>, 'version'>>
      initialValues={{ until: today() }}
      submitText={t('affiliations.end')}
      onCancel={onDone}
      onSubmit={async ({ until }) => {
        await end.mutateAsync({ until, version: row.version })
        notify(t('affiliations.ended'))
        onDone()
      }}
    >
      <Form.Item name="until" label={t('affiliations.lastDay')} rules={[{ required: true }]} {...dayField}>
        <DatePicker className="full" />
      </Form.Item>
    </SubmitForm>
  )
}
