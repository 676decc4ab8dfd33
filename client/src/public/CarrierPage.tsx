import './instrument.css'
import './carriers.css'
import type { ReactNode } from 'react'
import type { Schema } from '../api/client.ts'
import { formatMoney } from '../ui/money.ts'
import { useAnswer } from './ask.ts'
import { CatalogueRow } from './CatalogueRow.tsx'
import { formatSum } from './formatSum.ts'
import { PageLink } from './navigation.tsx'
import { useText } from './text.ts'
import { usePageTitle } from './usePageTitle.ts'

/** One listed facility, centre or service unit with its listed instruments, as the public sees it (I-1, S-1). */
export function CarrierPage({ id }: { id: string }) {
  const { t, language } = useText()
  const { data: carrier, error } = useAnswer<Schema<'CatalogueCarrier'>>(`/api/instruments/catalogue/carriers/${id}`)
  const english = language === 'en' && carrier?.nameEn
  usePageTitle((english ? carrier?.nameEn : carrier?.nameZh) ?? undefined)

  if (error) {
    return (
      <section className="instrument">
        <h1>{t(error.status === 404 ? 'carriers.notFound' : 'failed')}</h1>
        <PageLink href="/facilities">{t('carriers.back')}</PageLink>
      </section>
    )
  }
  if (!carrier) return <div className="instrument skeleton" role="status" aria-label={t('catalogue.searching')} />

  const money = (fen: number | null) =>
    fen === null ? null : t('money', { amount: formatMoney(fen, language === 'en' ? 'yuan' : 'wan') })
  const facts: [string, ReactNode][] = [
    ['carriers.category', carrier.category && t(`facilityCategory.${carrier.category}`)],
    ['carriers.construction', carrier.construction && t(`construction.${carrier.construction}`)],
    ['carriers.level', carrier.level && t(`centreLevel.${carrier.level}`)],
    ['carriers.acceptedOn', carrier.acceptedOn],
    ['carriers.establishedOn', carrier.establishedOn],
    ['carriers.constructionCost', money(carrier.constructionCostFen)],
    ['carriers.competentDepartment', carrier.competentDepartment],
    ['carriers.disciplines', carrier.disciplines.join(language === 'en' ? ', ' : '、')],
    ['carriers.accredited', carrier.accredited === null ? null : t(carrier.accredited ? 'yes' : 'no')],
    ['carriers.roomArea', carrier.roomArea === null ? null : `${carrier.roomArea.toLocaleString('en-US')} ㎡`],
    [
      'instrument.unit',
      <PageLink key="unit" href={`/?unitId=${carrier.unitId}`}>
        {carrier.unitName}
      </PageLink>,
    ],
    ['instrument.region', carrier.regionName],
    ['instrument.address', carrier.address],
    [
      'carriers.instruments',
      t('carriers.sums', {
        count: carrier.total,
        value: t('money', { amount: formatSum(carrier.valueFen, language) }),
      }),
    ],
  ]
  const texts: [string, string | null][] = [
    ['carriers.introduction', carrier.introduction],
    ['carriers.scientificFocus', carrier.scientificFocus],
    ['instrument.functions', carrier.functions],
    ['instrument.servicesOffered', carrier.servicesOffered],
    ['instrument.feeStandard', carrier.feeStandard],
    ['instrument.userNotes', carrier.userNotes],
    ['instrument.achievements', carrier.achievements],
  ]
  const contact = [carrier.contactName, carrier.contactPhone, carrier.contactEmail].filter(Boolean)
  const links = (['website', 'video', 'openingRules', 'applicationRules'] as const).filter(name =>
    /^https?:\/\//i.test(carrier[name] ?? ''),
  )

  return (
    <article className="instrument">
      <PageLink href="/facilities" className="back">
        {t('carriers.back')}
      </PageLink>
      <h1>{english || carrier.nameZh}</h1>
      <p className="instrument-other-name">
        {[english ? carrier.nameZh : carrier.nameEn, carrier.shortName].filter(Boolean).join(' · ')}
      </p>
      <p>
        <span className="state">{t(`carrierKind.${carrier.kind}`)}</span>
      </p>
      <div className="instrument-columns">
        <dl>
          {facts
            .filter(([, fact]) => fact)
            .map(([name, fact]) => (
              <div key={name}>
                <dt>{t(name)}</dt>
                <dd>{fact}</dd>
              </div>
            ))}
        </dl>
        <aside className="contact">
          <h2>{t('instrument.contact')}</h2>
          {contact.length > 0 ? contact.map(line => <p key={line}>{line}</p>) : <p>{t('instrument.noContact')}</p>}
          {links.map(name => (
            <p key={name}>
              <a href={carrier[name]!} target="_blank" rel="noreferrer">
                {t(`carriers.${name}`)}
              </a>
            </p>
          ))}
        </aside>
      </div>
      {texts.map(
        ([name, text]) =>
          text && (
            <section key={name}>
              <h2>{t(name)}</h2>
              <p className="long-text">{text}</p>
            </section>
          ),
      )}
      <section aria-labelledby="its-instruments">
        <h2 id="its-instruments">{t('carriers.instruments')}</h2>
        {carrier.total === 0 && <p>{t('carriers.noInstruments')}</p>}
        <ol className="rows">
          {carrier.instruments.map(row => (
            <CatalogueRow key={row.id} row={row} />
          ))}
        </ol>
        {carrier.total > carrier.instruments.length && (
          <p>{t('carriers.shown', { shown: carrier.instruments.length, count: carrier.total })}</p>
        )}
      </section>
    </article>
  )
}
