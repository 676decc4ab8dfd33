import { Button, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ConfirmButton } from '../../../ui/ConfirmButton.tsx'
import { ProblemAlert } from '../../../ui/ProblemAlert.tsx'
import type { Instrument } from '../api.ts'
import { type Attachment, contentAddress, useEditAttachment, useRemoveAttachment } from './api.ts'

type Props = { instrument: Instrument; photo: Attachment; position: number; last: boolean; editable: boolean }

/** One photo with what is to be seen on it; the first stands for the instrument. */
export function PhotoCard({ instrument, photo, position, last, editable }: Props) {
  const { t } = useTranslation('instruments')
  const edit = useEditAttachment(instrument.id)
  const remove = useRemoveAttachment(instrument.id)
  const [caption, setCaption] = useState(photo.caption ?? '')
  const address = contentAddress(instrument.id, photo.id)
  const name = photo.caption ?? photo.fileName
  const change = (to: { caption?: string; position?: number }) =>
    edit.mutate({
      id: photo.id,
      caption: to.caption ?? photo.caption,
      position: to.position ?? null,
      version: photo.version,
    })

  return (
    <li className="photo">
      <a href={address} target="_blank" rel="noreferrer">
        <img src={address} alt={photo.caption ?? instrument.record.nameZh ?? photo.fileName} loading="lazy" />
      </a>
      {editable ? (
        <Input
          value={caption}
          maxLength={200}
          aria-label={t('attachments.captionOf', { name: photo.fileName })}
          placeholder={t('attachments.caption')}
          onChange={event => setCaption(event.target.value)}
          onPressEnter={event => event.currentTarget.blur()}
          onBlur={() => caption.trim() !== (photo.caption ?? '') && change({ caption })}
        />
      ) : (
        <p>{photo.caption}</p>
      )}
      {editable && (
        <div className="photo-actions">
          <Button size="small" disabled={position === 0} onClick={() => change({ position: position - 1 })}>
            {t('attachments.forward')}
          </Button>
          <Button size="small" disabled={last} onClick={() => change({ position: position + 1 })}>
            {t('attachments.back')}
          </Button>
          <ConfirmButton
            danger
            size="small"
            title={t('attachments.remove')}
            consequence={t('attachments.removeText', { name })}
            confirmText={t('attachments.remove')}
            onConfirm={() => remove.mutateAsync(photo)}
          >
            {t('attachments.remove')}
          </ConfirmButton>
        </div>
      )}
      <ProblemAlert error={edit.error} />
    </li>
  )
}
