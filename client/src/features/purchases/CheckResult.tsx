import { Alert, Button } from 'antd'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { DateText } from '../../ui/DateText.tsx'
import type { CheckAnswer, Hit, Wish } from './api.ts'
import { HitCard } from './HitCard.tsx'
import { OpinionPanel } from './OpinionPanel.tsx'
import { RuleTests } from './RuleTests.tsx'

type Props = { wish: Wish; answer: CheckAnswer; onAgain: () => void }

const groups = ['ownUnit', 'sameLeague', 'region'] as const
const looks = { found: 'warning', nothingFound: 'success', notFinished: 'error' } as const

/** One of three ends that cannot be mistaken for each other: found, nothing found, did not finish. */
export function CheckResult({ wish, answer, onAgain }: Props) {
  const { t, i18n } = useTranslation('purchases')
  const state = answer.state as keyof typeof looks
  const { counts, understood, stock } = answer
  const kind = (i18n.language === 'en' && understood.kindEn) || understood.kindZh
  return (
    <>
      <Alert
        className="check-state"
        type={looks[state]}
        showIcon
        role="status"
        title={t(`state.${state}`, { same: counts.sameModel, kind: counts.sameKind, near: counts.near })}
        description={t(`state.${state}.text`, { count: stock.instruments })}
        action={state === 'notFinished' && <Button onClick={onAgain}>{t('again')}</Button>}
      />
      <p className="check-stamp">
        {kind ? t('understood', { kind }) : t('understood.not')}
        {understood.brand && ` · ${understood.brand}`}
        {understood.models.length > 0 && ` · ${understood.models.join(', ')}`}
        {understood.accessory && ` · ${t('understood.accessory')}`}
        <br />
        {t('stamp', { rules: answer.rulesVersion, stock: stock.version, count: stock.instruments })}{' '}
        {stock.asOf && <DateText at={stock.asOf} />}
      </p>
      {state !== 'notFinished' && (
        <>
          <RuleTests tests={answer.tests} />
          <OpinionPanel wish={wish} answer={answer} />
        </>
      )}
      <HitGroups wish={wish} hits={answer.hits} />
    </>
  )
}

/** The hits by how near they stand: own unit, same league, the rest of the region. */
export function HitGroups({ wish, hits: all }: { wish: Wish; hits: Hit[] }) {
  const { t } = useTranslation('purchases')
  const id = useId()
  return groups.map(group => {
    const hits = all.filter(hit => hit.group === group)
    return hits.length === 0 ? null : (
      <section key={group} className="panel hits" aria-labelledby={`${id}${group}`}>
        <h2 id={`${id}${group}`}>{t(`group.${group}`, { count: hits.length })}</h2>
        <ol>
          {hits.map((hit, place) => (
            <li key={hit.instrumentId}>
              <HitCard wish={wish} hit={hit} open={place === 0} />
            </li>
          ))}
        </ol>
      </section>
    )
  })
}
