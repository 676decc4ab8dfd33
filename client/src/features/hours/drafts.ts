import type { HoursRow } from './api.ts'

export type Field = 'effectiveHours' | 'externalHours'
/** What was typed for a row and not yet saved. */
export type Draft = { row: HoursRow } & Record<Field, string>
export type Drafts = ReadonlyMap<string, Draft>

const fields: Field[] = ['effectiveHours', 'externalHours']

export const stored = (row: HoursRow, field: Field) => row.declared?.[field]?.toString() ?? ''

export const draftOf = (drafts: Drafts, row: HoursRow): Draft =>
  drafts.get(row.instrumentId) ?? {
    row,
    effectiveHours: stored(row, 'effectiveHours'),
    externalHours: stored(row, 'externalHours'),
  }

/** Sets one cell; a row that is as stored again is no draft any more. */
export function type(drafts: Drafts, row: HoursRow, field: Field, text: string): Drafts {
  const next = new Map(drafts)
  const draft = { ...draftOf(drafts, row), [field]: text }
  if (fields.every(name => draft[name] === stored(row, name))) next.delete(row.instrumentId)
  else next.set(row.instrumentId, draft)
  return next
}

/** A block copied from a spreadsheet, laid over the cells from this one on; what reaches beyond the page is left out. */
export function paste(drafts: Drafts, rows: readonly HoursRow[], start: HoursRow, field: Field, text: string): Drafts {
  const first = rows.findIndex(row => row.instrumentId === start.instrumentId)
  const lines = text.replace(/\r/g, '').replace(/\n$/, '').split('\n')
  let next = drafts
  lines.forEach((line, i) => {
    const row = rows[first + i]
    if (!row) return
    line.split('\t').forEach((cell, j) => {
      const at = fields[fields.indexOf(field) + j]
      if (at) next = type(next, row, at, cell.trim().replace(/,/g, ''))
    })
  })
  return next
}

export const isBlock = (text: string) => /[\t\n]/.test(text.replace(/\r?\n$/, ''))

/** Nothing for an empty cell, undefined for what is no number of hours. */
export function hoursOf(text: string): number | null | undefined {
  const plain = text.trim().replace(/,/g, '')
  if (plain === '') return null
  return /^\d{1,4}(\.\d)?$/.test(plain) ? Number(plain) : undefined
}

/** The words' key for what is wrong with a draft, before it is sent; the server judges again. */
export function faultOf(draft: Draft, year: number): string | undefined {
  const [effective, external] = [hoursOf(draft.effectiveHours), hoursOf(draft.externalHours)]
  if (effective === undefined || external === undefined) return 'hours.not-a-number'
  const most = new Date(year, 1, 29).getMonth() === 1 ? 8784 : 8760
  if ((effective ?? 0) > most || (external ?? 0) > most) return 'hours.out-of-range'
  if (effective === null && external !== null) return 'hours.effective-missing'
  if (effective !== null && external !== null && external > effective) return 'hours.external-above-effective'
  return undefined
}
