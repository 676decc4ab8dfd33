import type { Schema } from '../../../api/client.ts'

/** The row that a command on a single instrument was refused for, if it was. */
export const refusedRow = (report: Schema<'BulkReport'>) => report.rows.find(row => !row.done)
