import { keepPreviousData, queryOptions, useMutation } from '@tanstack/react-query'
import { api, type Schema } from '../../../api/client.ts'
import { newKey } from '../../../api/newKey.ts'
import type { paths } from '../../../api/schema.d.ts'
import { refreshInstruments } from '../api.ts'

export type SupervisedRow = Schema<'SupervisedRow'>
export type CustomsState = Schema<'CustomsState'>
export type CustomsNotice = Schema<'CustomsNoticeRow'>
export type SupervisedQuery = NonNullable<paths['/api/instruments/customs']['get']['parameters']['query']>

export const customsStates: CustomsState[] = ['over', 'endingSoon', 'supervised']
export const customsMatters: Schema<'CustomsMatter'>[] = ['moved', 'usedElsewhere', 'released']

export const supervisedList = (query: SupervisedQuery) =>
  queryOptions({
    queryKey: ['instruments', 'customs', query],
    queryFn: async () => (await api.GET('/api/instruments/customs', { params: { query } })).data!,
    placeholderData: keepPreviousData,
  })

export const customsOf = (instrumentId: string) =>
  queryOptions({
    queryKey: ['instruments', 'one', instrumentId, 'customs'],
    queryFn: async () =>
      (await api.GET('/api/instruments/{instrumentId}/customs', { params: { path: { instrumentId } } })).data!,
  })

export const useEnterCustomsNotice = (instrumentId: string) =>
  useMutation({
    mutationFn: (body: Schema<'EnterCustomsNotice'>) =>
      api.POST('/api/instruments/{instrumentId}/customs-notices', {
        params: { path: { instrumentId }, header: { 'Idempotency-Key': newKey() } },
        body,
      }),
    onSuccess: refreshInstruments,
  })

export const useStrikeCustomsNotice = (instrumentId: string) =>
  useMutation({
    mutationFn: ({ noticeId, reason }: { noticeId: string; reason: string }) =>
      api.POST('/api/instruments/{instrumentId}/customs-notices/{noticeId}/strike', {
        params: { path: { instrumentId, noticeId } },
        body: { reason },
      }),
    onSuccess: refreshInstruments,
  })

export const useEndSupervision = () =>
  useMutation({
    mutationFn: async (items: Schema<'InstrumentVersion'>[]) =>
      (
        await api.POST('/api/instruments/customs/end', {
          params: { header: { 'Idempotency-Key': newKey() } },
          body: { items: items.map(({ id, version }) => ({ id, version })) },
        })
      ).data!,
    onSettled: refreshInstruments,
  })
