import { useTranslation } from 'react-i18next'
import { useLoaderData, useNavigate } from 'react-router'
import type { Schema } from '../../api/client.ts'
import { notify } from '../../ui/notices.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { useEditManagingUnit } from './api.ts'
import { UnitForm } from './UnitForm.tsx'

export { loader } from './UnitPage.tsx'

export function Component() {
  const { t } = useTranslation('units')
  const navigate = useNavigate()
  const unit = useLoaderData<Schema<'ManagingUnitDetails'>>()
  const edit = useEditManagingUnit(unit.id)
  const back = () => navigate(`/units/${unit.id}`)

  return (
    <>
      <PageHeader title={t('edit.heading', { name: unit.name })} />
      <section className="panel">
        <UnitForm
          initialValues={{ ...unit, supervisorId: undefined }}
          supervisorFixed
          submitText={t('edit.submit')}
          onCancel={back}
          onSubmit={async facts => {
            await edit.mutateAsync({ facts, version: unit.version })
            notify(t('edit.done'))
            await back()
          }}
        />
      </section>
    </>
  )
}
