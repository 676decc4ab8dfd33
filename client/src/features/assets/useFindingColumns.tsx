import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { ActionButton } from '../../ui/ActionButton.tsx'
import type { Column } from '../../ui/DataTable.tsx'
import { DateText } from '../../ui/DateText.tsx'
import { MoneyText } from '../../ui/MoneyText.tsx'
import { actionsOf, type Finding, type FindingAction, type FindingKind, type FoundInstrument } from './api.ts'
import { ReopenButton } from './ReopenButton.tsx'

type Actions = { refusal: string | undefined; onSettle: (action: FindingAction, row: Finding) => void }

/** What decides about a difference of each kind stands in its columns. */
export function useFindingColumns(kind: FindingKind, actions: Actions): Column<Finding>[] {
  const { t } = useTranslation('assets')
  const money = (key: 'registryFen' | 'previousFen' | 'cardFen'): Column<Finding> => ({
    key,
    title: t(`column.${key}`),
    align: 'right',
    narrow: true,
    render: row => <MoneyText fen={row[key]} />,
  })
  const cards: Column<Finding> = { key: 'cards', title: t('column.card'), render: row => <Cards row={row} /> }
  const instrument: Column<Finding> = {
    key: 'instrument',
    title: t('column.instrument'),
    render: row => <InstrumentLink instrument={row.instrument} />,
  }
  const byKind: Record<FindingKind, Column<Finding>[]> = {
    missingHere: [
      cards,
      money('cardFen'),
      { key: 'suggestion', title: t('column.suggestion'), render: row => <Suggested row={row} /> },
    ],
    vanishedThere: [instrument, cards, money('registryFen')],
    valueMoved: [
      instrument,
      cards,
      money('registryFen'),
      money('previousFen'),
      money('cardFen'),
      { key: 'moved', title: t('column.moved'), align: 'right', narrow: true, render: row => <Moved row={row} /> },
    ],
    perhapsSplit: [
      { ...cards, title: t('column.parts') },
      { ...money('cardFen'), title: t('column.together') },
    ],
    noCard: [instrument, money('registryFen')],
  }
  return [
    {
      key: 'name',
      title: t('column.name'),
      always: true,
      render: row => (
        <>
          {row.name || t('unnamed')}
          <div className="field-note">{row.model}</div>
        </>
      ),
    },
    ...byKind[kind],
    { key: 'settle', title: t('column.settle'), render: row => <Settle row={row} {...actions} /> },
  ]
}

function Cards({ row }: { row: Finding }) {
  const { t } = useTranslation('assets')
  return (
    <ul className="finding-cards">
      {row.cards.map(card => (
        <li key={card.cardNumber}>
          <span className="number">{card.cardNumber}</span>
          {row.cards.length > 1 && (
            <>
              {' '}
              {card.nameZh} <MoneyText fen={card.valueFen} />
            </>
          )}
          <div className="field-note">
            {[card.department, card.bookedOn, card.supplier].filter(Boolean).join(' · ') || t('none')}
          </div>
        </li>
      ))}
    </ul>
  )
}

function InstrumentLink({ instrument }: { instrument: FoundInstrument | null }) {
  const { t } = useTranslation('assets')
  if (!instrument) return <span className="absent">{t('none')}</span>
  return (
    <>
      <Link to={`/instruments/${instrument.id}`}>{instrument.nameZh ?? t('unnamed')}</Link>
      <div className="field-note">
        {[instrument.assetNumber, t(`lifeCycle.${instrument.lifeCycle}`)].filter(Boolean).join(' · ')}
      </div>
    </>
  )
}

function Suggested({ row }: { row: Finding }) {
  const { t } = useTranslation('assets')
  if (row.state === 'done') return <InstrumentLink instrument={row.instrument} />
  if (!row.suggestion) return <span className="absent">{t('none')}</span>
  return (
    <>
      <InstrumentLink instrument={row.suggestion} />
      <span className="tag">{t(`likeness.${row.suggestedBy}`)}</span>
    </>
  )
}

function Moved({ row }: { row: Finding }) {
  if (row.registryFen === null || row.cardFen === null || row.registryFen === 0) return null
  const share = ((row.cardFen - row.registryFen) / row.registryFen) * 100
  return <span className="number">{`${share > 0 ? '+' : ''}${share.toFixed(1)} %`}</span>
}

function Settle({ row, refusal, onSettle }: Actions & { row: Finding }) {
  const { t } = useTranslation('assets')
  if (row.state === 'superseded') return <span className="absent">{t('findingState.superseded')}</span>
  if (row.state !== 'open') {
    return (
      <div className="finding-settled">
        <span className={row.state === 'done' ? 'tag tag-good' : 'tag'}>{t(`settled.${row.action}`)}</span>{' '}
        {!refusal && row.action !== 'retire' && <ReopenButton finding={row} />}
        <div className="field-note">
          {row.settledBy} · <DateText at={row.settledAt} />
          {row.note && <> · {row.note}</>}
        </div>
      </div>
    )
  }
  const [first, ...others] = actionsOf[row.kind]
  return (
    <div className="finding-actions">
      {row.suggestion && !refusal && (
        <Button size="small" type="primary" onClick={() => onSettle('link', row)}>
          {t('action.link')}
        </Button>
      )}
      {[first!, ...others.filter(action => action !== 'link' || !row.suggestion)].map(action => (
        <ActionButton key={action} size="small" {...(refusal ? { refusal } : {})} onClick={() => onSettle(action, row)}>
          {t(`action.${action}`)}
        </ActionButton>
      ))}
    </div>
  )
}
