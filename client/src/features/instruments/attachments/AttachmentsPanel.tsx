import { UploadOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { type DragEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ProblemAlert } from '../../../ui/ProblemAlert.tsx'
import type { Instrument } from '../api.ts'
import { accepted, attachments, useAddAttachments } from './api.ts'
import './attachments.css'
import { DocumentList } from './DocumentList.tsx'
import { PhotoCard } from './PhotoCard.tsx'

/** Photos, which the public sees once the instrument is listed, and documents for those who see the registry (I-2). */
export function AttachmentsPanel({ instrument }: { instrument: Instrument }) {
  const { t } = useTranslation('instruments')
  const { data, error, isPending } = useQuery(attachments(instrument.id))
  const editable = instrument.actions.includes('edit')
  const photos = data?.filter(each => each.kind === 'photo') ?? []
  const documents = data?.filter(each => each.kind === 'document') ?? []

  return (
    <div aria-busy={isPending}>
      <ProblemAlert error={error} />
      {editable && <AddFiles instrumentId={instrument.id} />}
      <section className="panel" aria-labelledby="photos">
        <h2 id="photos">{t('attachments.photos')}</h2>
        <p className="attachments-note">{t('attachments.photosNote')}</p>
        {photos.length === 0 && data && <p>{t('attachments.noPhotos')}</p>}
        <ul className="photos">
          {photos.map((photo, position) => (
            <PhotoCard
              key={photo.id}
              instrument={instrument}
              photo={photo}
              position={position}
              editable={editable}
              last={position === photos.length - 1}
            />
          ))}
        </ul>
      </section>
      <section className="panel" aria-labelledby="documents">
        <h2 id="documents">{t('attachments.documents')}</h2>
        {documents.length === 0 && data && <p>{t('attachments.noDocuments')}</p>}
        <DocumentList instrumentId={instrument.id} documents={documents} editable={editable} />
      </section>
    </div>
  )
}

function AddFiles({ instrumentId }: { instrumentId: string }) {
  const { t } = useTranslation('instruments')
  const input = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  const add = useAddAttachments(instrumentId)

  const send = (files: FileList | null) => {
    if (files?.length) add.mutate([...files])
    if (input.current) input.current.value = ''
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    send(event.dataTransfer.files)
  }

  return (
    <section
      className={over ? 'attachments-drop over' : 'attachments-drop'}
      aria-label={t('attachments.add')}
      onDragOver={event => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <input
        ref={input}
        type="file"
        multiple
        hidden
        accept={accepted}
        aria-label={t('attachments.add')}
        onChange={event => send(event.target.files)}
      />
      <Button icon={<UploadOutlined aria-hidden />} loading={add.isPending} onClick={() => input.current?.click()}>
        {t('attachments.add')}
      </Button>
      <span>{t('attachments.taken')}</span>
      <ProblemAlert error={add.error} />
    </section>
  )
}
