import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { can, useAccount } from '../../session/session.ts'
import { MoneyText } from '../../ui/MoneyText.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { ProblemAlert } from '../../ui/ProblemAlert.tsx'
import { inbox } from './api.ts'
import './workbench.css'

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
            <h2 id="inbox">{t('inbox')}</h2>
            <ul className="inbox">
              {data?.groups.map(({ key, count, link }) => (
                <li key={key}>
                  <Link to={link} className={mustAct(key, count) ? 'inbox-group inbox-group-mine' : 'inbox-group'}>
                    <span className="inbox-count number">{count.toLocaleString('en-US')}</span>
                    <span className="inbox-name">{t(`group.${key}`)}</span>
                    <span className="inbox-note">{t(`group.${key}.note`)}</span>
                  </Link>
                </li>
              ))}
            </ul>
          </section>
          <section className="panel" aria-labelledby="figures">
            <h2 id="figures">{t('figures')}</h2>
            <dl className="figures">
              {data?.figures.map(({ key, value, link }) => (
                <div key={key} className="figure">
                  <dt>{t(`figure.${key}`)}</dt>
                  <dd>
                    <Link to={link}>
                      {key.endsWith('Fen') ? <MoneyText fen={value} /> : value.toLocaleString('en-US')}
                    </Link>
                  </dd>
                </div>
              ))}
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

// Red only where the person at the screen must act.
const mustAct = (key: string, count: number) =>
  count > 0 && (key === 'needsMe' || key === 'returned' || key === 'overdue')
