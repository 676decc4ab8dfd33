import { keepPreviousData, queryOptions, useMutation } from '@tanstack/react-query'
import { api, queryClient, type Schema } from '../../api/client.ts'
import { newKey } from '../../api/newKey.ts'
import type { paths } from '../../api/schema.d.ts'

export type Instrument = Schema<'InstrumentDetails'>
export type InstrumentRow = Schema<'InstrumentRow'>
export type InstrumentRecord = Schema<'InstrumentRecord'>
export type LifeCycle = Schema<'LifeCycle'>
export type Remark = Schema<'ReviewRemark'>
export type FieldChange = Schema<'FieldChange'>
export type BulkCommand = 'submit' | 'withdraw' | 'approve'
export type BulkSetting = {
  operate?: Omit<Schema<'OperateInstruments'>, 'items'>
  assign?: Omit<Schema<'AssignInstruments'>, 'items'>
}
export type InstrumentQuery = NonNullable<paths['/api/instruments']['get']['parameters']['query']>

export const instrumentList = (query: InstrumentQuery) =>
  queryOptions({
    queryKey: ['instruments', 'list', query],
    queryFn: async () => (await api.GET('/api/instruments', { params: { query } })).data!,
    placeholderData: keepPreviousData,
  })

/** Everything that a filter finds, to act on it at once; the server takes so many in one command. */
export const bulkLimit = 500

export async function allMatching(query: InstrumentQuery): Promise<InstrumentRow[]> {
  const rows: InstrumentRow[] = []
  for (let page = 1; rows.length < bulkLimit; page++) {
    const found = await queryClient.fetchQuery(instrumentList({ ...query, page, size: 200 }))
    rows.push(...found.items)
    if (rows.length >= found.total || found.items.length === 0) break
  }
  return rows.slice(0, bulkLimit)
}

export const instrument = (instrumentId: string) =>
  queryOptions({
    queryKey: ['instruments', 'one', instrumentId],
    queryFn: async () =>
      (await api.GET('/api/instruments/{instrumentId}', { params: { path: { instrumentId } } })).data!,
  })

export const instrumentHistory = (instrumentId: string, page = 1) =>
  queryOptions({
    queryKey: ['instruments', 'one', instrumentId, 'history', page],
    queryFn: async () =>
      (
        await api.GET('/api/instruments/{instrumentId}/history', {
          params: { path: { instrumentId }, query: { page, size: 50 } },
        })
      ).data!,
    placeholderData: keepPreviousData,
  })

/** What waits in my subtree, by life cycle: the counts on the views of the list. */
export const inbox = queryOptions({
  queryKey: ['instruments', 'inbox'],
  queryFn: async () => (await api.GET('/api/instruments/inbox')).data!,
})

/** Fields of the record, disciplines and countries: the same for everybody, all day. */
export const fieldList = queryOptions({
  queryKey: ['instrument-fields'],
  queryFn: async () => (await api.GET('/api/instruments/fields')).data!,
  staleTime: Number.POSITIVE_INFINITY,
})

export const classification = (search?: string) =>
  queryOptions({
    queryKey: ['instrument-classes', search ?? ''],
    queryFn: async () => (await api.GET('/api/instruments/classification', { params: { query: { search } } })).data!,
    staleTime: Number.POSITIVE_INFINITY,
    placeholderData: keepPreviousData,
  })

// The units module answers these; a feature asks what it shows, and does not import another feature.
export const regions = queryOptions({
  queryKey: ['units', 'regions'],
  queryFn: async () => (await api.GET('/api/units/regions')).data!,
  staleTime: Number.POSITIVE_INFINITY,
})

export const unitsNamed = (search: string) =>
  queryOptions({
    queryKey: ['units', 'managing-units', { search, size: 20, sort: 'name' }],
    queryFn: async () =>
      (await api.GET('/api/units/managing-units', { params: { query: { search, size: 20, sort: 'name' } } })).data!,
    placeholderData: keepPreviousData,
  })

export const unitNamed = (unitId: string) =>
  queryOptions({
    queryKey: ['units', 'managing-units', unitId],
    queryFn: async () => (await api.GET('/api/units/managing-units/{unitId}', { params: { path: { unitId } } })).data!,
  })

export const refreshInstruments = () => queryClient.invalidateQueries({ queryKey: ['instruments'] })

export const useRegisterInstrument = () =>
  useMutation({
    mutationFn: async ({ record, key }: { record: InstrumentRecord; key: string }) =>
      (
        await api.POST('/api/instruments', {
          params: { header: { 'Idempotency-Key': key } },
          body: { unitId: null, record },
        })
      ).data!,
    onSuccess: refreshInstruments,
  })

export const useEditInstrument = (instrumentId: string) =>
  useMutation({
    mutationFn: async (body: Schema<'EditInstrument'>) =>
      (await api.PUT('/api/instruments/{instrumentId}', { params: { path: { instrumentId } }, body })).data!,
    onSuccess: refreshInstruments,
  })

/** Submit, withdraw, approve: one or many, each row with its own outcome. */
export const useBulkCommand = (command: BulkCommand) =>
  useMutation({
    mutationFn: async ({ items, key = newKey() }: { items: Schema<'InstrumentVersion'>[]; key?: string }) =>
      (
        await api.POST(`/api/instruments/${command}`, {
          params: { header: { 'Idempotency-Key': key } },
          body: { items: items.map(({ id, version }) => ({ id, version })) },
        })
      ).data!,
    onSettled: refreshInstruments,
  })

/** What many get alike: an operating status, a department, a contact. */
export const useBulkSetting = () =>
  useMutation({
    mutationFn: async ({ operate, assign, items, key }: BulkSetting & { items: InstrumentRow[]; key: string }) => {
      const params = { header: { 'Idempotency-Key': key } }
      const versions = items.map(({ id, version }) => ({ id, version }))
      const answer = operate
        ? await api.POST('/api/instruments/operate', { params, body: { ...operate, items: versions } })
        : await api.POST('/api/instruments/assign', { params, body: { ...assign!, items: versions } })
      return answer.data!
    },
    onSettled: refreshInstruments,
  })

/** The chosen rows as a spreadsheet. */
export const useExportChosen = () =>
  useMutation({
    mutationFn: async ({ format, ids }: { format: 'xlsx' | 'csv'; ids: string[] }) =>
      (await api.POST('/api/instruments/export', { body: { format, ids }, parseAs: 'blob' })).data as unknown as Blob,
  })

export const useReturnInstrument = (instrumentId: string) =>
  useMutation({
    mutationFn: (body: Schema<'ReturnInstrument'>) =>
      api.POST('/api/instruments/{instrumentId}/return', {
        params: { path: { instrumentId }, header: { 'Idempotency-Key': newKey() } },
        body,
      }),
    onSuccess: refreshInstruments,
  })

export const useSetOperatingStatus = (instrumentId: string) =>
  useMutation({
    mutationFn: (body: Schema<'SetOperatingStatus'>) =>
      api.POST('/api/instruments/{instrumentId}/operating-status', { params: { path: { instrumentId } }, body }),
    onSuccess: refreshInstruments,
  })

/** The unit's people, with how many instruments run under each name. */
export const custodianList = queryOptions({
  queryKey: ['instruments', 'custodians'],
  queryFn: async () => (await api.GET('/api/instruments/custodians')).data!,
})

export const useAssignCustodians = () =>
  useMutation({
    mutationFn: async ({ items, key, ...body }: Schema<'AssignCustodians'> & { key: string }) =>
      (
        await api.POST('/api/instruments/custodians', {
          params: { header: { 'Idempotency-Key': key } },
          body: { ...body, items: items.map(({ id, version }) => ({ id, version })) },
        })
      ).data!,
    onSettled: refreshInstruments,
  })

export const useRetireInstrument = (instrumentId: string) =>
  useMutation({
    mutationFn: (body: Schema<'RetireInstrument'>) =>
      api.POST('/api/instruments/{instrumentId}/retire', {
        params: { path: { instrumentId }, header: { 'Idempotency-Key': newKey() } },
        body,
      }),
    onSuccess: refreshInstruments,
  })

export const useDeleteDraft = (instrumentId: string) =>
  useMutation({
    mutationFn: (version: number) =>
      api.DELETE('/api/instruments/{instrumentId}', { params: { path: { instrumentId }, query: { version } } }),
    onSuccess: () => {
      queryClient.removeQueries({ queryKey: instrument(instrumentId).queryKey })
      return queryClient.invalidateQueries({ queryKey: ['instruments', 'list'] })
    },
  })
