import { Alert } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { DateText } from '../../../ui/DateText.tsx'
import type { Instrument } from '../api.ts'
import { useFields } from '../useFields.ts'

/** Where the instrument stands (I-4): its steps, the day it is due, what is still missing, why it came back. */
export function Standing({ instrument }: { instrument: Instrument }) {
  const { t } = useTranslation('instruments')
  return (
    <section className="panel standing" aria-label={t('standing')}>
      <Steps of={instrument} />
      {instrument.lifeCycle === 'returned' && <ReturnNotice of={instrument} at={`/instruments/${instrument.id}`} />}
      <div className="standing-lines">
        <DueLine instrument={instrument} />
        <MissingLines of={instrument} at={`/instruments/${instrument.id}`} />
      </div>
    </section>
  )
}

/** What instruments and what they belong to have in common: both are reviewed (I-4). */
type Reviewed = Pick<
  Instrument,
  | 'lifeCycle'
  | 'createdAt'
  | 'updatedAt'
  | 'submittedAt'
  | 'listedOn'
  | 'retiredOn'
  | 'returnReasonCode'
  | 'returnReason'
  | 'remarks'
  | 'missingForSubmission'
  | 'missingForNation'
  | 'actions'
>

export function Steps({ of }: { of: Reviewed }) {
  const { t } = useTranslation('instruments')
  const { lifeCycle, createdAt, submittedAt, listedOn, retiredOn } = of
  const steps = [
    { step: 'draft', at: createdAt },
    { step: 'submitted', at: lifeCycle === 'draft' ? null : submittedAt },
    lifeCycle === 'returned' ? { step: 'returned', at: of.updatedAt } : { step: 'listed', at: listedOn },
    ...(retiredOn ? [{ step: 'retired', at: retiredOn }] : []),
  ]
  const current = steps.findIndex(({ step }) => step === lifeCycle)
  return (
    <ol className="steps" aria-label={t('column.lifeCycle')}>
      {steps.map(({ step, at }, index) => (
        <li
          key={step}
          className={index < current ? 'past' : index === current ? `current current-${step}` : 'to-come'}
          aria-current={index === current ? 'step' : undefined}
        >
          <span className="steps-name">{t(`step.${step}`)}</span>
          {index <= current && <DateText at={at} />}
        </li>
      ))}
    </ol>
  )
}

/** @param at the page it is edited below */
export function ReturnNotice({ of, at }: { of: Reviewed; at: string }) {
  const { t } = useTranslation('instruments')
  const { label } = useFields()
  const general = of.remarks.filter(remark => remark.field === '')
  const pinned = of.remarks.filter(remark => remark.field !== '')
  return (
    <Alert
      type="error"
      showIcon
      title={
        <>
          {t(`return.reason.${of.returnReasonCode}`)}
          {t('colon')}
          {of.returnReason}
        </>
      }
      description={
        of.remarks.length > 0 && (
          <ul className="remark-list">
            {general.map(remark => (
              <li key={remark.text}>{remark.text}</li>
            ))}
            {pinned.map(remark => (
              <li key={remark.field + remark.text}>
                <Link to={`${at}/edit#field-${remark.field}`}>{label(remark.field)}</Link>
                {t('colon')}
                {remark.text}
              </li>
            ))}
          </ul>
        )
      }
    />
  )
}

const looks: Record<string, string> = { overdue: 'tag tag-bad', dueSoon: 'tag tag-waiting', exempt: 'tag tag-good' }

/** By when it has to be on the platform (IM 13), or why it need not be (I-6). */
function DueLine({ instrument }: { instrument: Instrument }) {
  const { t } = useTranslation('instruments')
  const { dueOn, duty, lifeCycle, listedOn, record } = instrument
  if (lifeCycle === 'retired') return null
  if (!duty && lifeCycle === 'listed') {
    if (!dueOn) return null
    const late = listedOn !== null && listedOn > dueOn
    return <p className="standing-line">{t(late ? 'due.listedLate' : 'due.listedInTime', { dueOn })}</p>
  }
  if (!duty)
    return <p className="standing-line">{t(record.originalValueFen === null ? 'due.noValue' : 'due.voluntary')}</p>

  const { state, statement, workingDays, onboardingDays: days } = duty
  return (
    <p className="standing-line">
      {t(state === 'exempt' ? 'due.exempt' : state === 'undated' ? 'due.unknown' : 'due.on', { dueOn, days })}{' '}
      {workingDays !== null && (
        <span className={looks[state] ?? 'tag'}>
          {workingDays < 0 ? t('due.overdue', { count: -workingDays }) : t('due.left', { count: workingDays })}
        </span>
      )}{' '}
      {duty.provisional && t('due.provisional')} {lifeCycle === 'listed' && state !== 'exempt' && t('due.notShared')}{' '}
      {statement && <Link to={`/duties/exemptions/${statement.id}`}>{t(`due.statement.${statement.state}`)}</Link>}
    </p>
  )
}

export function MissingLines({ of, at }: { of: Reviewed; at: string }) {
  return (
    <>
      <MissingLine of={of} at={at} keys={of.missingForSubmission} kind="submission" />
      <MissingLine of={of} at={at} keys={of.missingForNation} kind="nation" />
    </>
  )
}

type MissingProps = { of: Reviewed; at: string; keys: string[]; kind: 'submission' | 'nation' }

function MissingLine({ of, at, keys, kind }: MissingProps) {
  const { t } = useTranslation('instruments')
  const { label, fields } = useFields()
  const needed = fields.filter(field => (kind === 'submission' ? field.required : field.nationalRequired)).length
  const editable = of.actions.includes('edit')
  // A service unit has no fields that the nation asks for.
  if (needed === 0) return null
  return (
    <div className="standing-line">
      <meter
        min={0}
        max={needed}
        value={needed - keys.length}
        aria-label={t(`complete.${kind}`, { filled: needed - keys.length, needed })}
      />
      <span>
        {t(`complete.${kind}`, { filled: needed - keys.length, needed })}
        {keys.length > 0 && (
          <>
            {t('complete.missing')}
            {keys.map((key, index) => (
              <span key={key}>
                {index > 0 && t('comma')}
                {editable ? <Link to={`${at}/edit#field-${key}`}>{label(key)}</Link> : label(key)}
              </span>
            ))}
          </>
        )}
      </span>
    </div>
  )
}
