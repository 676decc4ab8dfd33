import { keepPreviousData, queryOptions, useMutation } from '@tanstack/react-query'
import { api, queryClient, type Schema } from '../../../api/client.ts'
import { newKey } from '../../../api/newKey.ts'
import type { paths } from '../../../api/schema.d.ts'
import { refreshInstruments } from '../api.ts'

export type Carrier = Schema<'CarrierDetails'>
export type CarrierRow = Schema<'CarrierRow'>
export type CarrierRecord = Schema<'CarrierRecord'>
export type CarrierQuery = NonNullable<paths['/api/instruments/carriers']['get']['parameters']['query']>

/** The kinds that have a record of their own (I-1); laboratories and banks are only named. */
export const carrierKinds = ['facility', 'instrumentCentre', 'serviceUnit'] as const
export type CarrierKind = (typeof carrierKinds)[number]

export const isCarrierKind = (kind: string | null | undefined): kind is CarrierKind =>
  carrierKinds.includes(kind as CarrierKind)

export const carrierList = (query: CarrierQuery) =>
  queryOptions({
    queryKey: ['instruments', 'carriers', query],
    queryFn: async () => (await api.GET('/api/instruments/carriers', { params: { query } })).data!,
    placeholderData: keepPreviousData,
  })

export const carrier = (carrierId: string) =>
  queryOptions({
    queryKey: ['instruments', 'carrier', carrierId],
    queryFn: async () =>
      (await api.GET('/api/instruments/carriers/{carrierId}', { params: { path: { carrierId } } })).data!,
  })

export const carrierHistory = (carrierId: string, page = 1) =>
  queryOptions({
    queryKey: ['instruments', 'carrier', carrierId, 'history', page],
    queryFn: async () =>
      (
        await api.GET('/api/instruments/carriers/{carrierId}/history', {
          params: { path: { carrierId }, query: { page, size: 50 } },
        })
      ).data!,
    placeholderData: keepPreviousData,
  })

export const useRegisterCarrier = () =>
  useMutation({
    mutationFn: async ({ kind, record, key }: { kind: CarrierKind; record: CarrierRecord; key: string }) =>
      (
        await api.POST('/api/instruments/carriers', {
          params: { header: { 'Idempotency-Key': key } },
          body: { unitId: null, kind, record },
        })
      ).data!,
    onSuccess: refreshInstruments,
  })

export const useEditCarrier = (carrierId: string) =>
  useMutation({
    mutationFn: async (body: Schema<'EditCarrier'>) =>
      (await api.PUT('/api/instruments/carriers/{carrierId}', { params: { path: { carrierId } }, body })).data!,
    onSuccess: refreshInstruments,
  })

/** Hands it to the supervisor, or takes it back. */
export const useSubmitCarrier = (carrierId?: string) =>
  useMutation({
    mutationFn: ({ id = carrierId!, ...body }: Schema<'SubmitCarrier'> & { id?: string }) =>
      api.POST('/api/instruments/carriers/{carrierId}/submit', {
        params: { path: { carrierId: id }, header: { 'Idempotency-Key': newKey() } },
        body,
      }),
    onSettled: refreshInstruments,
  })

export const useReviewCarrier = (carrierId: string) =>
  useMutation({
    mutationFn: (body: Schema<'ReviewCarrier'>) =>
      api.POST('/api/instruments/carriers/{carrierId}/review', {
        params: { path: { carrierId }, header: { 'Idempotency-Key': newKey() } },
        body,
      }),
    onSuccess: refreshInstruments,
  })

export const useRetireCarrier = (carrierId: string) =>
  useMutation({
    mutationFn: (body: Schema<'RetireCarrier'>) =>
      api.POST('/api/instruments/carriers/{carrierId}/retire', {
        params: { path: { carrierId }, header: { 'Idempotency-Key': newKey() } },
        body,
      }),
    onSuccess: refreshInstruments,
  })

export const useDeleteCarrierDraft = (carrierId: string) =>
  useMutation({
    mutationFn: (version: number) =>
      api.DELETE('/api/instruments/carriers/{carrierId}', { params: { path: { carrierId }, query: { version } } }),
    onSuccess: () => {
      queryClient.removeQueries({ queryKey: carrier(carrierId).queryKey })
      return queryClient.invalidateQueries({ queryKey: ['instruments', 'carriers'] })
    },
  })
