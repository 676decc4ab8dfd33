import { useTranslation } from 'react-i18next'
import { useSelectedRows as useRows } from '../../ui/useSelectedRows.ts'

type Selectable = { id: string; nameZh: string | null; version: number }

export function useSelectedRows<Row extends Selectable>(shown: Row[] | undefined) {
  const { t } = useTranslation('instruments')
  return useRows(shown, row => row.nameZh ?? t('unnamed'))
}
