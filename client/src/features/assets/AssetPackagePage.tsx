import { useSuspenseQuery } from '@tanstack/react-query'
import { Alert } from 'antd'
import { useTranslation } from 'react-i18next'
import { type LoaderFunctionArgs, useNavigate, useParams } from 'react-router'
import { queryClient } from '../../api/client.ts'
import { can } from '../../session/session.ts'
import { ConfirmButton } from '../../ui/ConfirmButton.tsx'
import { DateText } from '../../ui/DateText.tsx'
import { MoneyText } from '../../ui/MoneyText.tsx'
import { notify } from '../../ui/notices.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { useUrlState } from '../../ui/useUrlState.ts'
import { type AssetPackage, type FindingKind, kinds, onePackage, useDiscard, useTakeOver } from './api.ts'
import './assets.css'
import { FindingsTable } from './FindingsTable.tsx'
import { HowItWasRead } from './HowItWasRead.tsx'
import { PackageStateTag } from './PackageStateTag.tsx'

export function loader({ params }: LoaderFunctionArgs) {
  return queryClient.fetchQuery(onePackage(params.packageId!))
}

/** One package against the registry and the package before it: first shown, then taken over, then settled one by one (I-8). */
export function Component() {
  const { t } = useTranslation('assets')
  const { data } = useSuspenseQuery(onePackage(useParams().packageId!))
  const [{ kind: chosen }, change] = useUrlState(['kind', 'page'] as const)
  const total = (kind: FindingKind) => count(data, kind)
  const open = kinds.find(kind => kind === chosen) ?? kinds.find(kind => total(kind) > 0)

  return (
    <>
      <PageHeader
        title={data.fileName}
        note={
          <>
            {data.unitName} · {data.by} · <DateText at={data.createdAt} /> · {t('page.line')}{' '}
            <MoneyText fen={data.thresholdFen} /> <PackageStateTag state={data.state} />
          </>
        }
        actions={data.state === 'compared' && can('instruments.import') && <Decide package={data} />}
      />
      <Notes package={data} />
      <Counts package={data} />
      {open ? (
        <>
          <nav className="kinds" aria-label={t('kinds')}>
            {kinds.map(kind => (
              <button
                key={kind}
                type="button"
                disabled={total(kind) === 0}
                aria-current={kind === open ? 'true' : undefined}
                onClick={() => change({ kind, page: undefined })}
              >
                <span className="kinds-count number">{total(kind).toLocaleString('en-US')}</span>
                {t(`kind.${kind}`)}
                <span className="kinds-open">{t('kind.open', { count: count(data, kind, 'open') })}</span>
              </button>
            ))}
          </nav>
          <p className="field-note">{t(`kind.${open}.text`)}</p>
          <FindingsTable key={`${data.id}${open}`} package={data} kind={open} />
        </>
      ) : (
        <Alert type="success" showIcon title={t('page.nothing')} />
      )}
      <HowItWasRead package={data} />
    </>
  )
}

const count = ({ findings }: AssetPackage, kind: FindingKind, state?: string) =>
  findings
    .filter(each => each.kind === kind && (!state || each.state === state))
    .reduce((sum, each) => sum + each.count, 0)

function Decide({ package: data }: { package: AssetPackage }) {
  const { t } = useTranslation('assets')
  const navigate = useNavigate()
  const takeOver = useTakeOver(data.id)
  const discard = useDiscard(data.id)
  const refusal = data.newest ? {} : { refusal: t('page.outdated') }
  return (
    <>
      <ConfirmButton
        title={t('discard.title')}
        consequence={t('discard.text')}
        confirmText={t('discard')}
        onConfirm={async () => {
          await discard.mutateAsync(data.version)
          await navigate('/assets')
        }}
      >
        {t('discard')}
      </ConfirmButton>
      <ConfirmButton
        type="primary"
        {...refusal}
        title={t('takeOver.title')}
        consequence={t('takeOver.text', { taken: data.counts.taken, linked: data.counts.linked })}
        confirmText={t('takeOver')}
        onConfirm={async () => {
          await takeOver.mutateAsync(data.version)
          notify(t('takeOver.done'))
        }}
      >
        {t('takeOver')}
      </ConfirmButton>
    </>
  )
}

function Notes({ package: { counts, newest, state, sheets } }: { package: AssetPackage }) {
  const { t } = useTranslation('assets')
  return (
    <div className="package-notes">
      {state === 'compared' && newest && <Alert type="info" showIcon title={t('page.compared')} />}
      {!newest && <Alert type="info" showIcon title={t('page.outdated')} />}
      {counts.looksIncomplete && <Alert type="warning" showIcon title={t('page.incomplete')} />}
      {sheets.some(({ doubtful }) => doubtful) && <Alert type="warning" showIcon title={t('page.doubtfulMoney')} />}
    </div>
  )
}

function Counts({ package: { counts } }: { package: AssetPackage }) {
  const { t } = useTranslation('assets')
  const told = [
    ['taken', counts.taken],
    ['unchanged', counts.unchanged],
    ['linked', counts.linked],
    ['below', counts.below],
    ['others', counts.others],
    ['disposed', counts.disposed],
    ['refused', counts.refused],
    ['settledBefore', counts.settledBefore],
  ] as const
  return (
    <dl className="package-counts">
      {told.map(([key, value]) => (
        <div key={key} title={t(`count.${key}.text`)}>
          <dt>{t(`count.${key}`)}</dt>
          <dd className="number">{value.toLocaleString('en-US')}</dd>
          {key === 'below' && value > 0 && (
            <dd className="field-note">
              <MoneyText fen={counts.belowFen} />
            </dd>
          )}
        </div>
      ))}
    </dl>
  )
}
