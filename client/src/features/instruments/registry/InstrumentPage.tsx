import { useSuspenseQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { type LoaderFunctionArgs, useParams } from 'react-router'
import { queryClient } from '../../../api/client.ts'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { useUrlState } from '../../../ui/useUrlState.ts'
import { fieldList, instrument } from '../api.ts'
import { AttachmentsPanel } from '../attachments/AttachmentsPanel.tsx'
import { CustomsPanel } from '../customs/CustomsPanel.tsx'
import { InstrumentHistory } from '../InstrumentHistory.tsx'
import '../instruments.css'
import { LifeCycleTag } from '../LifeCycleTag.tsx'
import { RecordPanels } from '../RecordPanels.tsx'
import { CustodiansLine } from '../upkeep/CustodiansLine.tsx'
import { UpkeepPanel } from '../upkeep/UpkeepPanel.tsx'
import { InstrumentActions } from './InstrumentActions.tsx'
import { Standing } from './Standing.tsx'

export async function loader({ params }: LoaderFunctionArgs) {
  const [loaded] = await Promise.all([
    queryClient.fetchQuery(instrument(params.instrumentId!)),
    queryClient.ensureQueryData(fieldList),
  ])
  return loaded
}

/** One instrument: where it stands, its whole record, its history (I-2, I-4). */
export function Component() {
  const { t } = useTranslation('instruments')
  const { data } = useSuspenseQuery(instrument(useParams().instrumentId!))
  const [{ tab }, change] = useUrlState(['tab'] as const)
  const { record } = data

  return (
    <>
      <PageHeader
        title={record.nameZh ?? t('unnamed')}
        note={
          <>
            <LifeCycleTag lifeCycle={data.lifeCycle} />{' '}
            {[record.model, record.assetNumber, data.unitName].filter(Boolean).join(' · ')}
          </>
        }
        actions={<InstrumentActions instrument={data} />}
      />
      <Standing instrument={data} />
      <CustodiansLine instrument={data} />
      <nav className="views" aria-label={t('parts')}>
        {[
          undefined,
          'attachments',
          'upkeep',
          ...(record.customsSupervised || tab === 'customs' ? ['customs'] : []),
          'history',
        ].map(each => (
          <button
            key={each ?? 'record'}
            type="button"
            aria-current={tab === each ? 'true' : undefined}
            onClick={() => change({ tab: each })}
          >
            {t(`part.${each ?? 'record'}`)}
          </button>
        ))}
      </nav>
      {tab === 'history' ? (
        <InstrumentHistory instrumentId={data.id} />
      ) : tab === 'customs' ? (
        <CustomsPanel instrument={data} />
      ) : tab === 'upkeep' ? (
        <UpkeepPanel instrument={data} />
      ) : tab === 'attachments' ? (
        <AttachmentsPanel instrument={data} />
      ) : (
        <RecordPanels
          record={record}
          remarks={data.remarks}
          missing={data.lifeCycle === 'draft' || data.lifeCycle === 'returned' ? data.missingForSubmission : []}
        />
      )}
    </>
  )
}
