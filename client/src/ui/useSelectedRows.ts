import { useRef, useState } from 'react'

/** Rows chosen across pages: a bulk command needs the version each was shown in, also of rows paged away since. */
export function useSelectedRows<Row extends { id: string; version: number }>(
  shown: Row[] | undefined,
  label: (row: Row) => string,
) {
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
    selection: { keys, onChange: setKeys, label },
  }
}
