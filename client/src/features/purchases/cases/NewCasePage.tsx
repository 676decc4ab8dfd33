import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { newKey } from '../../../api/newKey.ts'
import { notify } from '../../../ui/notices.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { useDraftCase } from './api.ts'
import { CaseForm, emptyCase } from './CaseForm.tsx'

/** A unit begins an application; once it is saved, files can be added and it can be handed in. */
export function Component() {
  const { t } = useTranslation('cases')
  const navigate = useNavigate()
  const draft = useDraftCase()
  const key = useRef(newKey())
  return (
    <>
      <PageHeader title={t('apply')} note={t('form.note')} />
      <CaseForm
        facts={emptyCase}
        files={[]}
        remarks={[]}
        onCancel={() => navigate('/purchases')}
        onSave={async facts => {
          const { id } = await draft.mutateAsync({ facts, key: key.current }).catch((error: unknown) => {
            // Mended, it is another command.
            key.current = newKey()
            throw error
          })
          notify(t('saved'))
          navigate(`/purchases/${id}/edit`)
        }}
      />
    </>
  )
}
