import { useTranslation } from 'react-i18next'
import { ConfirmButton } from '../../../ui/ConfirmButton.tsx'
import { DateText } from '../../../ui/DateText.tsx'
import { type Attachment, contentAddress, useRemoveAttachment } from './api.ts'

type Props = { instrumentId: string; documents: Attachment[]; editable: boolean }

/** Manuals, certificates: saved to one's own machine, never opened inside the platform. */
export function DocumentList({ instrumentId, documents, editable }: Props) {
  const { t } = useTranslation('instruments')
  const remove = useRemoveAttachment(instrumentId)
  return (
    <ul className="documents">
      {documents.map(document => (
        <li key={document.id}>
          <a href={contentAddress(instrumentId, document.id)} download={document.fileName}>
            {document.caption ?? document.fileName}
          </a>
          <span className="attachments-note">
            {sizeOf(document.sizeBytes)} · {document.addedBy} · <DateText at={document.addedAt} />
          </span>
          {editable && (
            <ConfirmButton
              danger
              size="small"
              title={t('attachments.remove')}
              consequence={t('attachments.removeText', { name: document.fileName })}
              confirmText={t('attachments.remove')}
              onConfirm={() => remove.mutateAsync(document)}
            >
              {t('attachments.remove')}
            </ConfirmButton>
          )}
        </li>
      ))}
    </ul>
  )
}

const sizeOf = (bytes: number) =>
  bytes < 1024 * 1024 ? `${Math.max(1, Math.round(bytes / 1024))} KiB` : `${(bytes / 1024 / 1024).toFixed(1)} MiB`
