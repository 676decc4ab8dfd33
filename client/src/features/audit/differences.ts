export type Difference = { name: string; before: unknown; after: unknown; changed: boolean }

const factsOf = (value: unknown): Record<string, unknown> => {
  if (value === null || value === undefined) return {}
  return typeof value === 'object' && !Array.isArray(value) ? (value as Record<string, unknown>) : { '·': value }
}

/** What stood there before and after, fact by fact; what has changed first. What was empty and is empty is left out. */
export function differencesOf(before: unknown, after: unknown): Difference[] {
  const [old, now] = [factsOf(before), factsOf(after)]
  return [...new Set([...Object.keys(old), ...Object.keys(now)])]
    .map(name => ({
      name,
      before: old[name],
      after: now[name],
      changed: JSON.stringify(old[name]) !== JSON.stringify(now[name]),
    }))
    .filter(({ before: was, after: is }) => !isEmpty(was) || !isEmpty(is))
    .sort((a, b) => Number(b.changed) - Number(a.changed))
}

const isEmpty = (value: unknown) =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)

export function factText(value: unknown): string {
  if (isEmpty(value)) return '—'
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}
