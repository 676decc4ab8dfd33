import { useTranslation } from 'react-i18next'
import type { Schema } from '../../api/client.ts'
import { Facts } from '../../ui/Facts.tsx'
import { MoneyText } from '../../ui/MoneyText.tsx'
import type { Hit, Wish } from './api.ts'
import { SideBySide } from './SideBySide.tsx'

const bands: Record<string, string> = { sameModel: 'tag tag-bad', sameKind: 'tag tag-waiting', near: 'tag' }
const marks: Record<string, string> = { same: '✓', alike: '≈', different: '✗', missing: '–' }

/** A hit: how alike in words, why, both sides, and what a panel asks next. */
export function HitCard({ wish, hit, open }: { wish: Wish; hit: Hit; open: boolean }) {
  const { t } = useTranslation('purchases')
  return (
    <details className="hit" open={open}>
      <summary>
        <span className={bands[hit.band] ?? 'tag'}>{t(`band.${hit.band}`)}</span>
        <span className="hit-name">{hit.name}</span>
        {hit.model && <span>{hit.model}</span>}
        <span className="hit-owner">{hit.unitName}</span>
        {hit.standing !== 'listed' && <span className="tag">{t(`standing.${hit.standing}`)}</span>}
        <span className="hit-score">{t('score', { score: hit.score })}</span>
      </summary>
      <ul className="contributions" aria-label={t('why')}>
        {hit.contributions.map(contribution => (
          <Reason key={contribution.feature} contribution={contribution} />
        ))}
      </ul>
      <SideBySide wish={wish} hit={hit} />
      <HitFacts hit={hit} />
    </details>
  )
}

/** What a reader would ask next: same as what? Longer texts stand side by side below. */
const sided = ['name', 'model', 'brand', 'class']

function Reason({ contribution }: { contribution: Schema<'Contribution'> }) {
  const { t } = useTranslation('purchases')
  const { feature, points, agreement, reason, ours, theirs } = contribution
  return (
    <li className={`contribution contribution-${agreement}`}>
      <span className="mark" aria-hidden="true">
        {marks[agreement]}
      </span>
      <span>
        <b>{t(`feature.${feature}`)}</b> {t([`reason.${reason}.${agreement}`, `reason.${reason}`])}
        {ours && theirs && sided.includes(feature) && (
          <span className="reason-sides"> {t(ours === theirs ? 'sides.both' : 'sides.each', { ours, theirs })}</span>
        )}
        <span className="visually-hidden"> {t(`agreement.${agreement}`)}</span>
      </span>
      <span className="points">{points > 0 ? `+${points}` : points}</span>
    </li>
  )
}

function HitFacts({ hit }: { hit: Hit }) {
  const { t } = useTranslation('purchases')
  const percent = (share: number | null) => (share === null ? null : `${Math.round(share * 100)} %`)
  const bookable = hit.standing === 'listed' && hit.sharingMode === 'external'
  return (
    <>
      <Facts
        facts={[
          {
            label: t('fact.hours'),
            value:
              hit.annualHours === null
                ? null
                : t('fact.hours.value', { hours: hit.annualHours, year: hit.hoursYear, source: t('source.declared') }),
          },
          { label: t('fact.utilisation'), value: percent(hit.utilisation) },
          { label: t('fact.sharingRate'), value: percent(hit.sharingRate) },
          {
            label: t('fact.grade'),
            value:
              hit.unitGrade &&
              t('fact.grade.value', {
                grade: t(`grade.${hit.unitGrade.grade}`),
                year: hit.unitGrade.year,
                by: hit.unitGrade.decidedBy,
                document: hit.unitGrade.document,
              }),
          },
          { label: t('fact.sharing'), value: hit.sharingMode && t(`sharing.${hit.sharingMode}`) },
          { label: t('fact.status'), value: hit.operatingStatus && t(`status.${hit.operatingStatus}`) },
          {
            label: t('fact.place'),
            value:
              hit.leagueName &&
              (!hit.distanceKilometres
                ? hit.leagueName
                : t('fact.place.value', { place: hit.leagueName, kilometres: hit.distanceKilometres })),
          },
          { label: t('fact.age'), value: hit.ageYears === null ? null : t('fact.age.value', { years: hit.ageYears }) },
          { label: t('fact.price'), value: <MoneyText fen={hit.originalValueFen} /> },
          { label: t('fact.contact'), value: [hit.contactName, hit.contactPhone].filter(Boolean).join(' ') },
        ]}
      />
      {bookable && (
        <p className="hit-book">
          <a href={`/catalogue/${hit.instrumentId}`} target="_blank" rel="noreferrer">
            {t('book')}
          </a>
        </p>
      )}
    </>
  )
}
