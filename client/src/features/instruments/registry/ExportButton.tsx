import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { ExportMenu, searchOf } from '../../../ui/ExportMenu.tsx'
import type { InstrumentQuery } from '../api.ts'

/** What is filtered, in the order shown, as a spreadsheet or as labels. */
export function ExportButton({ query, total }: { query: InstrumentQuery; total: number }) {
  const { t } = useTranslation('instruments')
  const labels = {
    key: 'labels',
    label: <Link to={`/instruments/labels?${searchOf(query)}`}>{t('labels.title')}</Link>,
  }
  return <ExportMenu address="/api/instruments/export" query={query} total={total} others={[labels]} />
}
