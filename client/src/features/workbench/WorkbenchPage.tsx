import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { queryClient } from '../../api/client.ts'
import { can, session, useAccount } from '../../session/session.ts'
import { MoneyText } from '../../ui/MoneyText.tsx'
import { formatMoney } from '../../ui/money.ts'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { ProblemAlert } from '../../ui/ProblemAlert.tsx'
import { carriersIn, duties, exemptions, inbox, purchases } from './api.ts'
import './workbench.css'

const patience = 800

/** Who has what to do decides how many tiles there are: the page is shown whole, so that nothing is pushed down. A slow count is not waited for. */
export async function loader() {
  await queryClient.ensureQueryData(session)
  if (!can('instruments.read')) return null
  const asked = [
    queryClient.prefetchQuery(inbox),
    queryClient.prefetchQuery(duties),
    queryClient.prefetchQuery(exemptions),
    can('purchases.read') && queryClient.prefetchQuery(purchases),
    can('instruments.review') && queryClient.prefetchQuery(carriersIn('submitted')),
    can('instruments.edit') && queryClient.prefetchQuery(carriersIn('returned')),
  ]
  await Promise.race([Promise.all(asked), new Promise(resolve => setTimeout(resolve, patience))])
  return null
}

/** The first page after signing in (工作台): what waits for me, then the figures my tier watches. */
export function Component() {
  const { t } = useTranslation('workbench')
  const account = useAccount()
  const works = can('instruments.read')
  const { data, error } = useQuery({ ...inbox, enabled: works })

  return (
    <>
      <PageHeader
        title={t('title')}
        note={t('greeting', { name: account.displayName, organisation: account.organisation.name })}
      />
      <ProblemAlert error={error} />
      {works ? (
        <>
          <section className="panel" aria-labelledby="inbox">
            <h2 id="inbox">{t(data && !data.groups.some(({ mine }) => mine) ? 'progress' : 'inbox')}</h2>
            <ul className="inbox">
              {data?.groups.map(({ key, count, mine, lifeCycle }) => (
                <li key={key}>
                  {/* Red only where the person at the screen must act. */}
                  <Link
                    to={
                      mine && lifeCycle === 'submitted' ? '/instruments/review' : `/instruments?lifeCycle=${lifeCycle}`
                    }
                    className={mine && count > 0 ? 'inbox-group inbox-group-mine' : 'inbox-group'}
                  >
                    <span className="inbox-count number">{count.toLocaleString('en-US')}</span>
                    <span className="inbox-name">{t(`group.${key}`)}</span>
                    <span className="inbox-note">{t(mine ? `group.${key}.mine` : `group.${key}.others`)}</span>
                  </Link>
                </li>
              ))}
              {can('instruments.review') && <CarriersWaiting lifeCycle="submitted" />}
              {can('instruments.edit') && <CarriersWaiting lifeCycle="returned" />}
            </ul>
          </section>
          <Duties edits={can('instruments.edit')} />
          {can('purchases.read') && <Purchases />}
          <section className="panel" aria-labelledby="figures">
            <h2 id="figures">{t('figures')}</h2>
            <dl className="figures">
              <Figure name="listed" link="/instruments?lifeCycle=listed" value={data?.listed} />
              <Figure
                name="listedValue"
                link="/instruments?lifeCycle=listed&sort=-originalValueFen"
                value={data && <MoneyText fen={data.listedValueFen} />}
              />
              <Figure name="total" link="/instruments" value={data?.total} />
              {account.organisation.tier !== 'unit' && <Figure name="units" link="/units" value={data?.units} />}
            </dl>
          </section>
        </>
      ) : (
        <section className="panel">
          <h2>{t('nothing.title')}</h2>
          <p>{t('nothing.text')}</p>
          <a href="/">{t('nothing.catalogue')}</a>
        </section>
      )}
    </>
  )
}

/** Facilities and centres have an entry of their own only while some wait: there are few. */
function CarriersWaiting({ lifeCycle }: { lifeCycle: 'submitted' | 'returned' }) {
  const { t } = useTranslation('workbench')
  const count = useQuery(carriersIn(lifeCycle)).data?.total
  if (!count) return null
  return (
    <li>
      <Link to={`/instruments/carriers?lifeCycle=${lifeCycle}`} className="inbox-group inbox-group-mine">
        <span className="inbox-count number">{count.toLocaleString('en-US')}</span>
        <span className="inbox-name">{t(`carriers.${lifeCycle}`)}</span>
        <span className="inbox-note">{t(`carriers.${lifeCycle}.note`)}</span>
      </Link>
    </li>
  )
}

/** Deadlines: red for those who can still put it right (I-5). */
function Duties({ edits }: { edits: boolean }) {
  const { t, i18n } = useTranslation('workbench')
  const { data } = useQuery(duties)
  const { tier } = useAccount().organisation
  const unit = i18n.language === 'en' ? 'yuan' : 'wan'
  const mine = useQuery(exemptions).data?.filter(each => each.mine) ?? []
  return (
    <section className="panel" aria-labelledby="duties">
      <h2 id="duties">{t('duties')}</h2>
      {data && (
        <p className="field-note">
          {t(`duties.counted.${tier === 'nation' ? 'nation' : 'region'}`, {
            threshold: t(`ui:money.amount.${unit}`, { amount: formatMoney(data.thresholdFen, unit) }),
            days: data.onboardingDays,
          })}
        </p>
      )}
      <ul className="inbox">
        {(['overdue', 'dueSoon', 'undated'] as const).map(state => {
          const count = data?.total[state]
          return (
            <li key={state}>
              <Link
                to={`/duties?state=${state}`}
                className={edits && count ? 'inbox-group inbox-group-mine' : 'inbox-group'}
              >
                <span className="inbox-count number">{count?.toLocaleString('en-US') ?? '…'}</span>
                <span className="inbox-name">{t(`duty.${state}`)}</span>
                <span className="inbox-note">{t(edits ? `duty.${state}.note` : `duty.${state}.others`)}</span>
              </Link>
            </li>
          )
        })}
        {mine.map(({ state, count }) => (
          <li key={state}>
            <Link
              to={`/duties/exemptions?state=${state}`}
              className={count > 0 ? 'inbox-group inbox-group-mine' : 'inbox-group'}
            >
              <span className="inbox-count number">{count.toLocaleString('en-US')}</span>
              <span className="inbox-name">{t(`exemption.${state}`)}</span>
              <span className="inbox-note">{t(`exemption.${state}.note`)}</span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Purchase applications that wait for me. */
function Purchases() {
  const { t } = useTranslation('workbench')
  const mine = useQuery(purchases).data?.filter(each => each.mine) ?? []
  if (mine.length === 0) return null
  return (
    <section className="panel" aria-labelledby="purchases">
      <h2 id="purchases">{t('cases:title')}</h2>
      <ul className="inbox">
        {mine.map(({ state, count }) => (
          <li key={state}>
            <Link
              to={`/purchases?state=${state}`}
              className={count > 0 ? 'inbox-group inbox-group-mine' : 'inbox-group'}
            >
              <span className="inbox-count number">{count.toLocaleString('en-US')}</span>
              <span className="inbox-name">{t(`cases:state.${state}`)}</span>
              <span className="inbox-note">{t('purchase.note')}</span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Figure({ name, link, value }: { name: string; link: string; value: ReactNode }) {
  const { t } = useTranslation('workbench')
  return (
    <div className="figure">
      <dt>{t(`figure.${name}`)}</dt>
      <dd>
        <Link to={link}>{typeof value === 'number' ? value.toLocaleString('en-US') : (value ?? '…')}</Link>
      </dd>
    </div>
  )
}
