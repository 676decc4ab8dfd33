import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate, useSearchParams } from 'react-router'
import { newKey } from '../../api/newKey.ts'
import { notify } from '../../ui/notices.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { useDeclareExemption } from './api.ts'
import { ExemptionForm } from './ExemptionForm.tsx'

/** The unit states why instruments of its own do not join; which ones may be said by the address (I-6). */
export function Component() {
  const { t } = useTranslation('exemptions')
  const navigate = useNavigate()
  const [search] = useSearchParams()
  const declare = useDeclareExemption()
  const key = useRef(newKey())
  const chosen = search.get('instruments')?.split(',').filter(Boolean) ?? []

  return (
    <>
      <PageHeader title={t('declare')} note={t('note')} />
      <section className="panel">
        <ExemptionForm
          facts={{ instrumentIds: chosen }}
          onCancel={() => navigate('/duties/exemptions')}
          onSubmit={async facts => {
            const { id } = await declare.mutateAsync({ facts, key: key.current }).catch((error: unknown) => {
              // Mended, it is another command.
              key.current = newKey()
              throw error
            })
            notify(t('form.done'))
            navigate(`/duties/exemptions/${id}`)
          }}
        />
      </section>
    </>
  )
}
