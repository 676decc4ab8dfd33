import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { can } from '../../../session/session.ts'
import { FileButton, listFiles } from '../../../ui/FileButton.tsx'
import { notify } from '../../../ui/notices.tsx'
import { ProblemAlert } from '../../../ui/ProblemAlert.tsx'
import { type Round, useImportWishes } from './api.ts'

/** A spreadsheet of wishes becomes applications of an annual round, one a row, for the unit to complete. */
export function ImportWishesPanel({ data }: { data: Round }) {
  const { t } = useTranslation('panel')
  const bring = useImportWishes(data.id)
  if (!data.annual || data.state !== 'open' || !can('purchases.apply')) return null
  return (
    <section className="panel" aria-labelledby="import-wishes">
      <h2 id="import-wishes">{t('import')}</h2>
      <p className="field-note">{t('import.note')}</p>
      <p className="list-actions">
        <FileButton
          type="primary"
          title={t('import')}
          label={t('import.file')}
          accept={listFiles}
          loading={bring.isPending}
          onChoose={file => bring.mutate(file, { onSuccess: rows => notify(t('import.done', { count: rows.length })) })}
        />
      </p>
      <ProblemAlert error={bring.error} />
      {bring.data && (
        <ol>
          {bring.data.map(row => (
            <li key={row.caseId}>
              <Link to={`/purchases/${row.caseId}/edit`}>
                {row.name ?? row.number} {row.model}
              </Link>
            </li>
          ))}
        </ol>
      )}
    </section>
  )
}
