import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { MoneyText } from '../../../ui/MoneyText.tsx'
import { ProblemAlert } from '../../../ui/ProblemAlert.tsx'
import type { Instrument } from '../api.ts'
import { RepairLog } from './RepairLog.tsx'
import { type Upkeep, upkeepOf } from './upkeepApi.ts'
import './upkeep.css'

/** What it is doing, what it did, how long it stood still, and every repair (I-4). */
export function UpkeepPanel({ instrument }: { instrument: Instrument }) {
  const { t } = useTranslation('upkeep')
  const { data, error } = useQuery(upkeepOf(instrument.id))
  return (
    <>
      <ProblemAlert error={error} />
      {data && (
        <>
          <section className="panel" aria-labelledby="operating-status">
            <h2 id="operating-status">{t('panel.title')}</h2>
            <Present upkeep={data} />
            <dl className="upkeep-figures">
              <Figure name="down.thisYear" value={t('days', { count: data.daysThisYear })} />
              <Figure name="down.lastYear" value={t('days', { count: data.daysLastYear })} />
              <Figure name="down.repairs" value={t('down.times', { count: data.repairCount })} />
              <div>
                <dt>{t('down.cost')}</dt>
                <dd>
                  <MoneyText fen={data.repairCostFen} unit="yuan" />
                </dd>
              </div>
            </dl>
            {data.steps.length > 0 && <Steps upkeep={data} />}
          </section>
          <RepairLog instrument={instrument} repairs={data.repairs} />
        </>
      )}
    </>
  )
}

function Figure({ name, value }: { name: string; value: string }) {
  const { t } = useTranslation('upkeep')
  return (
    <div>
      <dt>{t(name)}</dt>
      <dd className="number">{value}</dd>
    </div>
  )
}

function Present({ upkeep }: { upkeep: Upkeep }) {
  const { t } = useTranslation('upkeep')
  const late = upkeep.expectedBackOn !== null && upkeep.expectedBackOn < new Date().toLocaleDateString('sv-SE')
  if (!upkeep.status) return <p>{t('panel.unknown')}</p>
  return (
    <p>
      <span className={upkeep.status === 'inService' ? 'tag tag-good' : 'tag tag-waiting'}>
        {t(`instruments:code.operatingStatus.${upkeep.status}`)}
      </span>{' '}
      {[
        upkeep.since && t('panel.since', { day: upkeep.since }),
        upkeep.expectedBackOn && t('panel.back', { day: upkeep.expectedBackOn }),
      ]
        .filter(Boolean)
        .join(' · ')}{' '}
      {late && <span className="tag tag-bad">{t('panel.late')}</span>}
    </p>
  )
}

function Steps({ upkeep }: { upkeep: Upkeep }) {
  const { t } = useTranslation('upkeep')
  return (
    <>
      <h3>{t('steps.title')}</h3>
      <ol className="history">
        {upkeep.steps.map(step => (
          <li key={step.at}>
            <div className="history-head">
              <strong>{step.status ? t(`instruments:code.operatingStatus.${step.status}`) : t('panel.unknown')}</strong>
              <span>{t(step.until ? 'steps.span' : 'steps.from', { since: step.since, until: step.until })}</span>
              <span className="unit">{step.by}</span>
            </div>
            {step.reason && <p className="history-reason">{step.reason}</p>}
          </li>
        ))}
      </ol>
    </>
  )
}
