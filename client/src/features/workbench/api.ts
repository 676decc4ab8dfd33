import { queryOptions } from '@tanstack/react-query'
import { api } from '../../api/client.ts'

export const inbox = queryOptions({
  queryKey: ['instruments', 'inbox'],
  queryFn: async () => (await api.GET('/api/instruments/inbox')).data!,
})
