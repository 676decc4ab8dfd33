import { useSuspenseQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link, type LoaderFunctionArgs, useParams } from 'react-router'
import { queryClient } from '../../api/client.ts'
import { DateText } from '../../ui/DateText.tsx'
import { Facts } from '../../ui/Facts.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { type Exemption, exemption } from './api.ts'
import './duties.css'
import { ExemptionDecision } from './ExemptionDecision.tsx'
import { ExemptionStateTag } from './ExemptionStateTag.tsx'
import { StatedInstruments } from './StatedInstruments.tsx'

export function loader({ params }: LoaderFunctionArgs) {
  return queryClient.fetchQuery(exemption(params.exemptionId!))
}

/** One statement: what is stated, about which instruments, every step of its way, and what I may do with it (I-6). */
export function Component() {
  const { t } = useTranslation('exemptions')
  const { data } = useSuspenseQuery(exemption(useParams().exemptionId!))
  const classified = data.reason === 'classified'

  return (
    <>
      <PageHeader
        title={t('one')}
        note={
          <>
            <ExemptionStateTag state={data.state} lapsed={data.lapsed} /> {data.unitName} · {t(`reason.${data.reason}`)}
          </>
        }
        actions={
          <>
            <Link to="print">
              <Button>{t('print')}</Button>
            </Link>
            {data.actions.includes('revise') && (
              <Link to="revise">
                <Button type="primary">{t('revise')}</Button>
              </Link>
            )}
          </>
        }
      />
      <ExemptionDecision exemption={data} />
      <section className="panel">
        <Facts
          facts={[
            { label: t('fact.unit'), value: data.unitName },
            { label: t('fact.supervisor'), value: data.supervisorName },
            { label: t('fact.reason'), value: t(`reason.${data.reason}`) },
            { label: t('fact.count'), value: data.count },
            ...(classified ? [{ label: t('fact.reference'), value: data.unitReference }] : []),
            { label: t('fact.until'), value: data.until ?? t('fact.noUntil') },
            {
              label: t('fact.filing'),
              value: data.filingNumber && t('fact.filingText', { number: data.filingNumber, day: data.filedOn }),
            },
            ...(data.endedOn ? [{ label: t('fact.ended'), value: data.endedOn }] : []),
            ...(classified ? [] : [{ label: t('fact.explanation'), value: data.explanation, wide: true }]),
          ]}
        />
      </section>
      {classified ? (
        <section className="panel">{t('form.classifiedText')}</section>
      ) : (
        <section className="panel" aria-labelledby="stated">
          <h2 id="stated">{t('instruments')}</h2>
          <StatedInstruments instruments={data.instruments} linked />
        </section>
      )}
      <Steps steps={data.steps} />
    </>
  )
}

function Steps({ steps }: { steps: Exemption['steps'] }) {
  const { t } = useTranslation('exemptions')
  return (
    <section className="panel" aria-labelledby="steps">
      <h2 id="steps">{t('steps')}</h2>
      <ol className="exemption-steps">
        {steps.map(each => (
          <li key={each.at + each.action}>
            <strong>{t(`step.${each.action}`)}</strong> <DateText at={each.at} />
            <div className="exemption-who">
              {each.organisationName} {each.accountName}
            </div>
            {each.reason && <div>{each.reason}</div>}
          </li>
        ))}
      </ol>
    </section>
  )
}
