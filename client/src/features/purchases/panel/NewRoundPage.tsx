import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { newKey } from '../../../api/newKey.ts'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { useCreateRound } from './api.ts'
import { RoundForm } from './RoundForm.tsx'

/** The centre opens a round: for single cases, or a year's. */
export function Component() {
  const { t } = useTranslation('panel')
  const navigate = useNavigate()
  const create = useCreateRound()
  const key = useRef(newKey())
  return (
    <>
      <PageHeader title={t('new')} note={t('note')} />
      <RoundForm
        facts={{
          name: '',
          year: new Date().getFullYear(),
          annual: false,
          budgetFen: null,
          applyUntil: null,
          meetingOn: null,
          minutes: null,
          members: [],
          caseIds: [],
        }}
        onCancel={() => navigate('/purchases/rounds')}
        onSave={async facts => {
          const { id } = await create.mutateAsync({ facts, key: key.current }).catch((error: unknown) => {
            // Mended, it is another command.
            key.current = newKey()
            throw error
          })
          navigate(`/purchases/rounds/${id}`)
        }}
      />
    </>
  )
}
