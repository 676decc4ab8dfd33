import { useTranslation } from 'react-i18next'
import { DateText } from '../../../ui/DateText.tsx'
import { Facts } from '../../../ui/Facts.tsx'
import { DecisionPanel } from '../panel/DecisionPanel.tsx'
import { MyPartPanel } from '../panel/MyPartPanel.tsx'
import type { Case } from './api.ts'
import { CaseDecision } from './CaseDecision.tsx'
import './cases.css'
import { FilesPanel } from './FilesPanel.tsx'
import { GrantedPanel } from './GrantedPanel.tsx'
import { StandingPanel } from './StandingPanel.tsx'
import { WishPanel } from './WishPanel.tsx'

/** Everything about a case, and what I may do with it: how the applicant stands on top, then my part, then the evidence. */
export function Dossier({ data }: { data: Case }) {
  return (
    <>
      <StandingPanel standing={data.standing} />
      <DecisionPanel data={data} />
      <GrantedPanel granted={data.granted} />
      <MyPartPanel data={data} />
      <CaseDecision data={data} />
      {data.wishes.map((wish, place) => (
        <WishPanel key={wish.id} data={data} wish={wish} open={place === 0} />
      ))}
      <Reasons data={data} />
      <FilesPanel data={data} />
      <Steps steps={data.steps} />
    </>
  )
}

function Reasons({ data: { facts } }: { data: Case }) {
  const { t } = useTranslation('cases')
  return (
    <section className="panel" aria-labelledby="reasons">
      <h2 id="reasons">{t('reasons')}</h2>
      <Facts
        facts={[
          { label: t('field.projectNumber'), value: facts.projectNumber },
          { label: t('field.projectName'), value: facts.projectName },
          { label: t('field.contact'), value: [facts.contactName, facts.contactPhone].filter(Boolean).join(' ') },
          {
            label: t('field.grounds'),
            value: facts.grounds.map(ground => t(`ground.${ground}`)).join(t('joiner')),
            wide: true,
          },
          { label: t('field.necessity'), value: facts.necessity, wide: true },
          { label: t('field.reasonableness'), value: facts.reasonableness, wide: true },
          { label: t('field.sharingPlan'), value: facts.sharingPlan, wide: true },
          { label: t('field.conditions'), value: facts.conditions, wide: true },
        ]}
      />
    </section>
  )
}

function Steps({ steps }: { steps: Case['steps'] }) {
  const { t } = useTranslation('cases')
  if (steps.length === 0) return null
  return (
    <section className="panel" aria-labelledby="steps">
      <h2 id="steps">{t('steps')}</h2>
      <ol className="case-steps">
        {steps.map(each => (
          <li key={each.at + each.action}>
            <strong>{t(`step.${each.action}`)}</strong> <DateText at={each.at} />
            <div className="case-note">
              {each.organisationName} {each.accountName}
            </div>
            {each.reason && <div>{each.reason}</div>}
            {each.action === 'returned' && each.remarks.length > 0 && (
              <ul>
                {each.remarks.map(remark => (
                  <li key={remark.field + remark.text}>{remark.text}</li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}
