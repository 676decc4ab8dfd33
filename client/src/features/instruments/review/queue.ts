import { instrumentList } from '../api.ts'

/** What waits for review, longest waiting first: the order of the list and of "next". */
export const reviewOrder = 'submittedAt'

export const reviewQueue = instrumentList({ lifeCycle: 'submitted', sort: reviewOrder, page: 1, size: 200 })
