import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'

type Selectable = { id: string; nameZh: string | null; version: number }

/** Rows chosen across pages: a bulk command needs the version each was shown in, also of rows paged away since. */
export function useSelectedRows<Row extends Selectable>(shown: Row[] | undefined) {
  const { t } = useTranslation('instruments')
  const [keys, setKeys] = useState<string[]>([])
  const seen = useRef(new Map<string, Row>())
  for (const row of shown ?? []) seen.current.set(row.id, row)
  return {
    rows: keys.flatMap(key => seen.current.get(key) ?? []),
    choose: (rows: Row[]) => {
      for (const row of rows) seen.current.set(row.id, row)
      setKeys(rows.map(row => row.id))
    },
    clear: () => setKeys([]),
    selection: { keys, onChange: setKeys, label: (row: Row) => row.nameZh ?? t('unnamed') },
  }
}
