import { UploadOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { ConfirmButton } from '../../../ui/ConfirmButton.tsx'
import { DateText } from '../../../ui/DateText.tsx'
import { ProblemAlert } from '../../../ui/ProblemAlert.tsx'
import { type Case, fileAddress, useAddFiles, useRemoveFile } from './api.ts'

/** Quotations, project documents: saved to one's own machine, never opened inside the platform. */
export function FilesPanel({ data }: { data: Case }) {
  const { t } = useTranslation('cases')
  const input = useRef<HTMLInputElement>(null)
  const add = useAddFiles(data.id)
  const remove = useRemoveFile(data.id)
  const editable = data.actions.includes('edit')
  const send = (files: FileList | null) => {
    if (files?.length) add.mutate([...files])
    if (input.current) input.current.value = ''
  }

  return (
    <section className="panel" aria-labelledby="files">
      <h2 id="files">{t('files')}</h2>
      {editable && (
        <>
          <input
            ref={input}
            type="file"
            multiple
            hidden
            accept=".jpg,.jpeg,.png,.webp,.pdf,.docx,.xlsx,.pptx"
            aria-label={t('files.add')}
            onChange={event => send(event.target.files)}
          />
          <Button icon={<UploadOutlined aria-hidden />} loading={add.isPending} onClick={() => input.current?.click()}>
            {t('files.add')}
          </Button>
          <p className="case-note">{t('files.taken')}</p>
          <ProblemAlert error={add.error} />
        </>
      )}
      {data.files.length === 0 && <p className="absent">{t('files.none')}</p>}
      <ul className="case-files">
        {data.files.map(file => (
          <li key={file.id}>
            <a href={fileAddress(data.id, file.id)} download={file.fileName}>
              {file.fileName}
            </a>{' '}
            <span className="case-note">
              {Math.max(1, Math.round(file.sizeBytes / 1024))} KiB · {file.addedBy} · <DateText at={file.addedAt} />
            </span>
            {editable && (
              <ConfirmButton
                danger
                size="small"
                title={t('files.remove')}
                consequence={t('files.removeText', { name: file.fileName })}
                confirmText={t('files.remove')}
                onConfirm={() => remove.mutateAsync(file.id)}
              >
                {t('files.remove')}
              </ConfirmButton>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
