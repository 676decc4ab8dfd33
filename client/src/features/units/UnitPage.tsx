import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { Alert, Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, type LoaderFunctionArgs, useNavigate, useParams } from 'react-router'
import { queryClient } from '../../api/client.ts'
import { can } from '../../session/session.ts'
import { ActionButton } from '../../ui/ActionButton.tsx'
import { DateText } from '../../ui/DateText.tsx'
import { Facts } from '../../ui/Facts.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { AffiliationsPanel } from './AffiliationsPanel.tsx'
import { managingUnit, regions } from './api.ts'
import { ChangeUnitDrawer } from './ChangeUnitDrawer.tsx'
import { IntegrityPanel } from './IntegrityPanel.tsx'
import { OverviewsPanel } from './OverviewsPanel.tsx'
import { UnitHistoryPanel } from './UnitHistoryPanel.tsx'

export function loader({ params }: LoaderFunctionArgs) {
  return queryClient.fetchQuery(managingUnit(params.unitId!))
}

export function Component() {
  const { t } = useTranslation(['units', 'changes'])
  const [changing, setChanging] = useState(false)
  const navigate = useNavigate()
  const { data: unit } = useSuspenseQuery(managingUnit(useParams().unitId!))
  const league = useQuery(regions).data?.find(({ code }) => code === unit.leagueCode)
  const mayEdit = can('units.edit')

  return (
    <>
      <PageHeader
        title={unit.name}
        note={t(`kind.${unit.kind}`)}
        actions={
          !unit.closedOn && (
            <>
              {can('units.manage') && <Button onClick={() => setChanging(true)}>{t('changes:open')}</Button>}
              <ActionButton
                type="primary"
                refusal={mayEdit ? undefined : t('edit.refusal')}
                onClick={() => navigate('edit')}
              >
                {t('edit.title')}
              </ActionButton>
            </>
          )
        }
      />
      {unit.closedOn && (
        <Alert
          className="problem-alert"
          type="warning"
          showIcon
          title={
            unit.mergedIntoId ? (
              <>
                {t('changes:merged', { on: unit.closedOn })}{' '}
                <Link to={`/units/${unit.mergedIntoId}`}>{unit.mergedIntoName}</Link>
              </>
            ) : (
              t('changes:closed', { on: unit.closedOn })
            )
          }
        />
      )}
      <section className="panel">
        <Facts
          facts={[
            { label: t('field.creditCode'), value: <span className="number">{unit.creditCode}</span> },
            { label: t('field.supervisor'), value: unit.supervisorName },
            { label: t('field.league'), value: league?.name ?? unit.leagueCode },
            { label: t('field.centralLevel'), value: t(unit.centralLevel ? 'level.central' : 'level.local') },
            { label: t('field.contactName'), value: unit.contactName },
            { label: t('field.contactPhone'), value: unit.contactPhone },
            { label: t('field.website'), value: unit.website && <WebsiteLink address={unit.website} /> },
            { label: t('field.address'), value: unit.address },
            { label: t('field.accounts'), value: unit.accounts },
            { label: t('field.registeredAt'), value: <DateText at={unit.registeredAt} /> },
          ]}
        />
      </section>
      <OverviewsPanel unitId={unit.id} closed={Boolean(unit.closedOn)} />
      <IntegrityPanel unitId={unit.id} closed={Boolean(unit.closedOn)} />
      <AffiliationsPanel unitId={unit.id} closed={Boolean(unit.closedOn)} />
      <UnitHistoryPanel unitId={unit.id} />
      <ChangeUnitDrawer unit={unit} open={changing} onClose={() => setChanging(false)} />
    </>
  )
}

// Typed by people: only what is plainly a web address becomes a link.
function WebsiteLink({ address }: { address: string }) {
  if (!/^https?:\/\//i.test(address)) return address
  return (
    <a href={address} target="_blank" rel="noreferrer">
      {address}
    </a>
  )
}
