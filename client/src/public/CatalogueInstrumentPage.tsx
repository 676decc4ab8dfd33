import './instrument.css'
import type { ReactNode } from 'react'
import type { Schema } from '../api/client.ts'
import { formatMoney } from '../ui/money.ts'
import { useAnswer } from './ask.ts'
import { PageLink } from './navigation.tsx'
import { OperatingState } from './OperatingState.tsx'
import { useText } from './text.ts'
import { usePageTitle } from './usePageTitle.ts'

/** One listed instrument, as the public sees it. */
export function CatalogueInstrumentPage({ id }: { id: string }) {
  const { t, language } = useText()
  const { data: instrument, error } = useAnswer<Schema<'CatalogueInstrument'>>(`/api/instruments/catalogue/${id}`)
  const english = language === 'en' && instrument?.nameEn
  usePageTitle((english ? instrument?.nameEn : instrument?.nameZh) ?? undefined)

  if (error) {
    return (
      <section className="instrument">
        <h1>{t(error.status === 404 ? 'instrument.notFound' : 'failed')}</h1>
        <PageLink href="/">{t('instrument.back')}</PageLink>
      </section>
    )
  }
  if (!instrument) return <div className="instrument skeleton" role="status" aria-label={t('catalogue.searching')} />

  const moneyUnit = language === 'en' ? 'yuan' : 'wan'
  const value = instrument.originalValueFen
  const facts: [string, ReactNode][] = [
    ['model', instrument.model],
    ['manufacturer', instrument.manufacturer],
    ['originCountry', instrument.originCountry],
    ['class', instrument.className],
    ['originalValue', value === null ? null : t('money', { amount: formatMoney(value, moneyUnit) })],
    ['inUseSince', instrument.inUseSince],
    [
      'unit',
      <PageLink key="unit" href={`/?unitId=${instrument.unitId}`}>
        {instrument.unitName}
      </PageLink>,
    ],
    ...(instrument.carrier
      ? [
          [
            'carrier',
            <PageLink key="carrier" href={`/facilities/${instrument.carrier.id}`}>
              {(language === 'en' && instrument.carrier.nameEn) || instrument.carrier.nameZh}
            </PageLink>,
          ] as [string, ReactNode],
        ]
      : []),
    ['region', instrument.regionName],
    ['address', instrument.address],
  ]
  const texts: [string, string | null][] = [
    ['functions', instrument.functions],
    ['technicalSpecifications', instrument.technicalSpecifications],
    ['servicesOffered', instrument.servicesOffered],
    ['feeStandard', instrument.feeStandard],
    ['userNotes', instrument.userNotes],
    ['achievements', instrument.achievements],
  ]
  const contact = [instrument.contactName, instrument.contactPhone, instrument.contactEmail].filter(Boolean)

  return (
    <article className="instrument">
      <PageLink href="/" className="back">
        {t('instrument.back')}
      </PageLink>
      <h1>{english || instrument.nameZh}</h1>
      <p className="instrument-other-name">{english ? instrument.nameZh : instrument.nameEn}</p>
      <p>
        <OperatingState status={instrument.operatingStatus} />{' '}
        {instrument.operatingStatus !== 'inService' && instrument.statusSince && (
          <span className="state-days">
            {t('status.since', { since: instrument.statusSince })}
            {instrument.expectedBackOn && ` · ${t('status.backOn', { day: instrument.expectedBackOn })}`}
          </span>
        )}
      </p>
      {instrument.photos.length > 0 && (
        <section className="photos" aria-label={t('instrument.photos')}>
          {instrument.photos.map(photo => (
            <figure key={photo.id}>
              <img
                src={`/api/instruments/catalogue/${id}/photos/${photo.id}`}
                alt={photo.caption ?? instrument.nameZh}
                loading="lazy"
              />
              {photo.caption && <figcaption>{photo.caption}</figcaption>}
            </figure>
          ))}
        </section>
      )}
      <div className="instrument-columns">
        <dl>
          {facts.map(([name, fact]) => (
            <div key={name}>
              <dt>{t(`instrument.${name}`)}</dt>
              <dd>{fact || '—'}</dd>
            </div>
          ))}
        </dl>
        <aside className="contact">
          <h2>{t('instrument.contact')}</h2>
          {contact.length > 0 ? contact.map(line => <p key={line}>{line}</p>) : <p>{t('instrument.noContact')}</p>}
          {instrument.bookingUrl && /^https?:\/\//i.test(instrument.bookingUrl) && (
            <a className="button" href={instrument.bookingUrl} target="_blank" rel="noreferrer">
              {t('instrument.book')}
            </a>
          )}
        </aside>
      </div>
      {texts.map(
        ([name, text]) =>
          text && (
            <section key={name}>
              <h2>{t(`instrument.${name}`)}</h2>
              <p className="long-text">{text}</p>
            </section>
          ),
      )}
    </article>
  )
}
