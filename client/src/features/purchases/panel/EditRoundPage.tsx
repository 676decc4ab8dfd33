import { useSuspenseQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useNavigate, useParams } from 'react-router'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { oneRound, useEditRound } from './api.ts'
import { factsOf, RoundForm } from './RoundForm.tsx'

export { loader } from './RoundPage.tsx'

/** Cases, ranks and the panel, while the round is open. */
export function Component() {
  const { t } = useTranslation('panel')
  const navigate = useNavigate()
  const { data } = useSuspenseQuery(oneRound(useParams().roundId!))
  const edit = useEditRound(data.id)
  const open = () => navigate(`/purchases/rounds/${data.id}`)
  return (
    <>
      <PageHeader title={t('edit')} note={data.name} />
      <RoundForm
        facts={factsOf(data)}
        roundId={data.id}
        onCancel={open}
        onSave={async facts => {
          await edit.mutateAsync({ facts, version: data.version })
          open()
        }}
      />
    </>
  )
}
