import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { notify } from '../../ui/notices.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { organisationTree, useRegisterManagingUnit } from './api.ts'
import { UnitForm } from './UnitForm.tsx'

export function Component() {
  const { t } = useTranslation('units')
  const navigate = useNavigate()
  const register = useRegisterManagingUnit()
  const tree = useQuery(organisationTree)
  const supervisors = tree.data?.filter(({ tier }) => tier === 'supervisor') ?? []
  if (!tree.data) return null

  return (
    <>
      <PageHeader title={t('register.title')} note={t('register.note')} />
      <section className="panel">
        <UnitForm
          initialValues={{
            centralLevel: false,
            supervisorId: supervisors.length === 1 ? supervisors[0]?.id : undefined,
          }}
          submitText={t('register.submit')}
          onCancel={() => navigate('/units')}
          onSubmit={async ({ supervisorId, ...facts }) => {
            const { id } = await register.mutateAsync({ supervisorId, facts })
            notify(t('register.done', { name: facts.name }))
            await navigate(`/units/${id}`)
          }}
        />
      </section>
    </>
  )
}
