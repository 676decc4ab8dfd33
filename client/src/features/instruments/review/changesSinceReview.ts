import type { Schema } from '../../../api/client.ts'
import type { FieldChange } from '../api.ts'

/**
 * What is different from when the supervisor last decided on it; undefined when it is reviewed for the first time. Steps come newest
 * first; a field changed twice shows what it was then and what it is now, one changed back is not shown at all.
 */
export function changesSinceReview(steps: Schema<'RevisionRow'>[]): FieldChange[] | undefined {
  const decided = steps.findIndex(({ action }) => action === 'returned' || action === 'approved')
  if (decided < 0) return undefined
  const changes = new Map<string, FieldChange>()
  for (const { field, before, after } of steps
    .slice(0, decided)
    .reverse()
    .flatMap(step => step.changes)) {
    changes.set(field, { field, before: changes.has(field) ? changes.get(field)!.before : before, after })
  }
  return [...changes.values()].filter(({ before, after }) => JSON.stringify(before) !== JSON.stringify(after))
}
