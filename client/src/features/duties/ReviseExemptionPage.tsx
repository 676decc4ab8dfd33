import { useSuspenseQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useNavigate, useParams } from 'react-router'
import { notify } from '../../ui/notices.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { exemption, useReviseExemption } from './api.ts'
import { ExemptionForm } from './ExemptionForm.tsx'

export { loader } from './ExemptionPage.tsx'

/** The unit mends what was returned, with the reason before its eyes. */
export function Component() {
  const { t } = useTranslation('exemptions')
  const navigate = useNavigate()
  const { data } = useSuspenseQuery(exemption(useParams().exemptionId!))
  const revise = useReviseExemption(data.id)
  const returned = data.steps.findLast(({ action }) => action === 'returned')
  const back = () => navigate(`/duties/exemptions/${data.id}`)

  return (
    <>
      <PageHeader
        title={t('revise')}
        note={returned && t('line', { label: t('step.returned'), value: returned.reason })}
      />
      <section className="panel">
        <ExemptionForm
          facts={{
            reason: data.reason,
            explanation: data.explanation,
            until: data.until,
            instrumentIds: data.instruments.map(({ id }) => id),
            count: data.reason === 'classified' ? data.count : null,
            unitReference: data.unitReference,
          }}
          stated={data.instruments}
          onCancel={back}
          onSubmit={async facts => {
            await revise.mutateAsync({ facts, version: data.version })
            notify(t('form.done'))
            back()
          }}
        />
      </section>
    </>
  )
}
