import { queryOptions } from '@tanstack/react-query'
import { api } from '../../api/client.ts'

export const inbox = queryOptions({
  queryKey: ['instruments', 'inbox'],
  queryFn: async () => (await api.GET('/api/instruments/inbox')).data!,
})

/** How the instruments of my subtree stand with their deadlines (I-5). */
export const duties = queryOptions({
  queryKey: ['instruments', 'duties', 'counts', null],
  queryFn: async () => (await api.GET('/api/instruments/duties/counts')).data!,
})

/** The facilities, centres and service units that wait for me (I-1). */
export const carriersIn = (lifeCycle: 'submitted' | 'returned') =>
  queryOptions({
    queryKey: ['instruments', 'carriers', { lifeCycle, page: 1, size: 1 }],
    queryFn: async () =>
      (await api.GET('/api/instruments/carriers', { params: { query: { lifeCycle, page: 1, size: 1 } } })).data!,
  })

/** The statements why instruments do not join, and which of them wait for me (I-6). */
export const exemptions = queryOptions({
  queryKey: ['instruments', 'exemptions', 'counts'],
  queryFn: async () => (await api.GET('/api/instruments/exemptions/counts')).data!,
})

/** The purchase cases by where they stand, and which of them wait for me. */
export const purchases = queryOptions({
  queryKey: ['purchases', 'counts'],
  queryFn: async () => (await api.GET('/api/purchase-review/cases/counts')).data!,
})
