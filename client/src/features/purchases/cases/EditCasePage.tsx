import { useSuspenseQuery } from '@tanstack/react-query'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation, useNavigate, useParams } from 'react-router'
import { notify } from '../../../ui/notices.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { type CaseFacts, oneCase, useEditCase, useSubmitCase } from './api.ts'
import { CaseForm } from './CaseForm.tsx'
import { FilesPanel } from './FilesPanel.tsx'

export { loader } from './CasePage.tsx'

/** The unit fills its draft, or mends what was returned with the remarks before its eyes. */
export function Component() {
  const { t } = useTranslation('cases')
  const navigate = useNavigate()
  const { data } = useSuspenseQuery(oneCase(useParams().caseId!))
  const edit = useEditCase(data.id)
  const submit = useSubmitCase(data.id)
  // What was saved here may be refused when it is handed in; the next save goes on from there.
  const version = useRef(data.version)
  const save = async (facts: CaseFacts) => {
    const saved = await edit.mutateAsync({ facts, version: version.current })
    version.current = saved.version
  }
  const back: string | undefined = useLocation().state?.back
  const open = () => navigate(back ?? `/purchases/${data.id}`)

  return (
    <>
      <PageHeader title={data.facts.wishes[0]?.nameZh ?? t('edit')} note={`${data.number} · ${t('form.note')}`} />
      <FilesPanel data={data} />
      <CaseForm
        caseId={data.id}
        facts={data.facts}
        files={data.files}
        remarks={data.remarks}
        onCancel={open}
        onSave={async facts => {
          await save(facts)
          notify(t('saved'))
          open()
        }}
        onSubmit={async facts => {
          await save(facts)
          await submit.mutateAsync(version.current)
          notify(t('submit.done'))
          open()
        }}
      />
    </>
  )
}
