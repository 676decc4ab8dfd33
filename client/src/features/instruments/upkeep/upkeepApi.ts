import { keepPreviousData, queryOptions, useMutation } from '@tanstack/react-query'
import { api, type Schema } from '../../../api/client.ts'
import { newKey } from '../../../api/newKey.ts'
import type { paths } from '../../../api/schema.d.ts'
import { refreshInstruments } from '../api.ts'

export type Upkeep = Schema<'Upkeep'>
export type Repair = Schema<'RepairRow'>
export type RepairFacts = Schema<'RepairFacts'>
export type RepairInList = Schema<'RepairInList'>
export type RepairState = Schema<'RepairState'>
export type RepairQuery = NonNullable<paths['/api/instruments/repairs']['get']['parameters']['query']>

export const repairStates: RepairState[] = ['ongoing', 'overdue', 'finished']

export const repairList = (query: RepairQuery) =>
  queryOptions({
    queryKey: ['instruments', 'repairs', query],
    queryFn: async () => (await api.GET('/api/instruments/repairs', { params: { query } })).data!,
    placeholderData: keepPreviousData,
  })

export const upkeepOf = (instrumentId: string) =>
  queryOptions({
    queryKey: ['instruments', 'one', instrumentId, 'upkeep'],
    queryFn: async () =>
      (await api.GET('/api/instruments/{instrumentId}/upkeep', { params: { path: { instrumentId } } })).data!,
  })

export const useEnterRepair = (instrumentId: string) =>
  useMutation({
    mutationFn: (body: Schema<'EnterRepair'>) =>
      api.POST('/api/instruments/{instrumentId}/repairs', {
        params: { path: { instrumentId }, header: { 'Idempotency-Key': newKey() } },
        body,
      }),
    onSuccess: refreshInstruments,
  })

export const useEditRepair = (instrumentId: string, repairId: string) =>
  useMutation({
    mutationFn: (body: Schema<'EditRepair'>) =>
      api.PUT('/api/instruments/{instrumentId}/repairs/{repairId}', {
        params: { path: { instrumentId, repairId } },
        body,
      }),
    onSuccess: refreshInstruments,
  })

export const useStrikeRepair = (instrumentId: string, repairId: string) =>
  useMutation({
    mutationFn: (body: Schema<'StrikeRepair'>) =>
      api.POST('/api/instruments/{instrumentId}/repairs/{repairId}/strike', {
        params: { path: { instrumentId, repairId } },
        body,
      }),
    onSuccess: refreshInstruments,
  })
