import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { InstrumentRow } from './api.ts'

/** Rows chosen across pages: a bulk command needs the version each was shown in, also of rows paged away since. */
export function useSelectedRows(shown: InstrumentRow[] | undefined) {
  const { t } = useTranslation('instruments')
  const [keys, setKeys] = useState<string[]>([])
  const seen = useRef(new Map<string, InstrumentRow>())
  for (const row of shown ?? []) seen.current.set(row.id, row)
  return {
    rows: keys.flatMap(key => seen.current.get(key) ?? []),
    choose: (rows: InstrumentRow[]) => {
      for (const row of rows) seen.current.set(row.id, row)
      setKeys(rows.map(row => row.id))
    },
    clear: () => setKeys([]),
    selection: { keys, onChange: setKeys, label: (row: InstrumentRow) => row.nameZh ?? t('unnamed') },
  }
}
