import { Button, Drawer, Form, Input, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ActionButton } from '../../../ui/ActionButton.tsx'
import { DateText } from '../../../ui/DateText.tsx'
import { MoneyText } from '../../../ui/MoneyText.tsx'
import { notify } from '../../../ui/notices.tsx'
import { SubmitForm } from '../../../ui/SubmitForm.tsx'
import type { Instrument } from '../api.ts'
import { contentAddress } from '../attachments/api.ts'
import { RepairForm } from './RepairForm.tsx'
import { type Repair, useStrikeRepair } from './upkeepApi.ts'

type Editing = { repair?: Repair; ending?: boolean }

/** Every repair of an instrument, the latest first; wrong entries stay, struck out. */
export function RepairLog({ instrument, repairs }: { instrument: Instrument; repairs: Repair[] }) {
  const { t } = useTranslation('upkeep')
  const [editing, setEditing] = useState<Editing>()
  const [striking, setStriking] = useState<Repair>()
  const may = instrument.actions.includes('operate')
  const ongoing = repairs.some(repair => !repair.until && !repair.struckAt)

  return (
    <section className="panel" aria-labelledby="repairs">
      <div className="panel-head">
        <h2 id="repairs">{t('repairs.title')}</h2>
        <ActionButton
          {...(may
            ? {}
            : {
                refusal: t(
                  instrument.lifeCycle === 'retired' ? 'instruments:refusal.state' : 'instruments:refusal.entrusted',
                  { state: t(`instruments:lifeCycle.${instrument.lifeCycle}`) },
                ),
              })}
          onClick={() => setEditing({})}
        >
          {t('repair.enter')}
        </ActionButton>
      </div>
      {repairs.length === 0 && <p className="note">{t('repairs.none')}</p>}
      <ol className="history">
        {repairs.map(repair => (
          <li key={repair.id} className={repair.struckAt ? 'repair-struck' : undefined}>
            <div className="history-head">
              <strong>{repair.fault}</strong>
              <span>
                <DateText at={repair.from} /> {'\u2013'} {repair.until && <DateText at={repair.until} />}
              </span>
              {repair.struckAt ? (
                <span className="tag tag-bad">{t('repair.struck')}</span>
              ) : repair.until ? (
                <span className="number">{t('days', { count: repair.days })}</span>
              ) : (
                <span className="tag tag-waiting">{t('repair.ongoing')}</span>
              )}
            </div>
            {repair.work && <p>{repair.work}</p>}
            <p className="note">
              {[repair.doneBy, t('repair.by', { by: repair.enteredBy }), repair.struckBecause]
                .filter(Boolean)
                .join(' · ')}
              {repair.costFen !== null && (
                <>
                  {' · '}
                  <MoneyText fen={repair.costFen} unit="yuan" />
                </>
              )}
              {repair.attachmentId && (
                <>
                  {' · '}
                  <a href={contentAddress(instrument.id, repair.attachmentId)}>{t('repair.file')}</a>
                </>
              )}
            </p>
            {may && !repair.struckAt && (
              <div className="repair-actions">
                {!repair.until && (
                  <Button size="small" type="primary" onClick={() => setEditing({ repair, ending: true })}>
                    {t('repair.end')}
                  </Button>
                )}
                <Button size="small" onClick={() => setEditing({ repair })}>
                  {t('repair.edit')}
                </Button>
                <Button size="small" onClick={() => setStriking(repair)}>
                  {t('repair.strike')}
                </Button>
              </div>
            )}
          </li>
        ))}
      </ol>
      <Drawer
        open={editing !== undefined}
        onClose={() => setEditing(undefined)}
        size="min(560px, 100vw)"
        title={t(editing?.ending ? 'repair.end' : editing?.repair ? 'repair.edit' : 'repair.enter')}
        destroyOnHidden
      >
        {editing && (
          <RepairForm {...editing} instrumentId={instrument.id} busy={ongoing} onDone={() => setEditing(undefined)} />
        )}
      </Drawer>
      <Modal
        open={striking !== undefined}
        title={t('repair.strike')}
        footer={null}
        onCancel={() => setStriking(undefined)}
        destroyOnHidden
      >
        {striking && (
          <StrikeForm instrumentId={instrument.id} repair={striking} onDone={() => setStriking(undefined)} />
        )}
      </Modal>
    </section>
  )
}

type StrikeProps = { instrumentId: string; repair: Repair; onDone: () => void }

function StrikeForm({ instrumentId, repair, onDone }: StrikeProps) {
  const { t } = useTranslation('upkeep')
  const strike = useStrikeRepair(instrumentId, repair.id)
  return (
    <SubmitForm<{ reason: string }>
      submitText={t('repair.strike')}
      onCancel={onDone}
      onSubmit={async ({ reason }) => {
        await strike.mutateAsync({ reason, version: repair.version })
        notify(t('done.struck'))
        onDone()
      }}
    >
      <Form.Item name="reason" label={t('form.reason')} rules={[{ required: true, whitespace: true }, { max: 500 }]}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} />
      </Form.Item>
    </SubmitForm>
  )
}
