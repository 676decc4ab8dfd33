import { keepPreviousData, queryOptions, useMutation } from '@tanstack/react-query'
import { api, queryClient, type Schema } from '../../api/client.ts'
import { newKey } from '../../api/newKey.ts'
import type { paths } from '../../api/schema.d.ts'
import { type UploadOptions, uploadFile } from '../../api/upload.ts'

export type AssetPackage = Schema<'AssetPackageDetails'>
export type PackageRow = Schema<'AssetPackageRow'>
export type Finding = Schema<'AssetFindingRow'>
export type FindingKind = Schema<'FindingKind'>
export type FindingAction = Schema<'FindingAction'>
export type FindingTally = Schema<'FindingTally'>
export type CardRow = Schema<'AssetCardRow'>
export type FoundInstrument = Schema<'FoundInstrument'>
export type Report = Schema<'BulkReport'>

/** What can be done about a difference of each kind, the usual thing first. */
export const actionsOf: Record<FindingKind, FindingAction[]> = {
  missingHere: ['draft', 'link', 'dismiss'],
  vanishedThere: ['awaitDisposal', 'retire', 'dismiss'],
  valueMoved: ['takeValue', 'dismiss'],
  perhapsSplit: ['draft', 'link', 'dismiss'],
  noCard: ['awaitDisposal', 'retire', 'dismiss'],
}

export const kinds = Object.keys(actionsOf) as FindingKind[]

export const demoPackageAddress = '/api/instruments/assets/demo-package'

export const packageList = (query: { page: number; size: number }) =>
  queryOptions({
    queryKey: ['assets', 'packages', query],
    queryFn: async () => (await api.GET('/api/instruments/assets/packages', { params: { query } })).data!,
    placeholderData: keepPreviousData,
  })

export const onePackage = (packageId: string) =>
  queryOptions({
    queryKey: ['assets', 'package', packageId],
    queryFn: async () =>
      (await api.GET('/api/instruments/assets/packages/{packageId}', { params: { path: { packageId } } })).data!,
  })

type FindingQuery = { kind: FindingKind; state?: string; page: number; size: number }

export const findings = (packageId: string, query: FindingQuery) =>
  queryOptions({
    queryKey: ['assets', 'package', packageId, 'findings', query],
    queryFn: async () =>
      (
        await api.GET('/api/instruments/assets/packages/{packageId}/findings', {
          params: { path: { packageId }, query },
        })
      ).data!,
    placeholderData: keepPreviousData,
  })

/** So many are settled in one command. */
export const settleLimit = 500

export async function allOpen(packageId: string, kind: FindingKind): Promise<Finding[]> {
  const rows: Finding[] = []
  for (let page = 1; rows.length < settleLimit; page++) {
    const found = await queryClient.fetchQuery(findings(packageId, { kind, state: 'open', page, size: 200 }))
    rows.push(...found.items)
    if (rows.length >= found.total || found.items.length === 0) break
  }
  return rows.slice(0, settleLimit)
}

type CardQuery = NonNullable<paths['/api/instruments/assets/cards']['get']['parameters']['query']>

export const cardList = (query: CardQuery) =>
  queryOptions({
    queryKey: ['assets', 'cards', query],
    queryFn: async () => (await api.GET('/api/instruments/assets/cards', { params: { query } })).data!,
    placeholderData: keepPreviousData,
  })

/** Instruments of the unit that a card may be linked to. */
export const instrumentsOf = (unitId: string, search: string) =>
  queryOptions({
    queryKey: ['instruments', 'list', { unitId, search, size: 20 }],
    queryFn: async () =>
      (await api.GET('/api/instruments', { params: { query: { unitId, search, size: 20, sort: 'nameZh' } } })).data!,
    placeholderData: keepPreviousData,
  })

export async function sendPackage(file: File, moneyUnit: string | undefined, options: UploadOptions) {
  const said = moneyUnit ? `?moneyUnit=${moneyUnit}` : ''
  const found = await uploadFile<AssetPackage>(`/api/instruments/assets/packages${said}`, file, options)
  await queryClient.invalidateQueries({ queryKey: ['assets', 'packages'] })
  return found
}

const refresh = () =>
  Promise.all([
    queryClient.invalidateQueries({ queryKey: ['assets'] }),
    queryClient.invalidateQueries({ queryKey: ['instruments'] }),
  ])

export const useTakeOver = (packageId: string) =>
  useMutation({
    mutationFn: async (version: number) =>
      (
        await api.POST('/api/instruments/assets/packages/{packageId}/take-over', {
          params: { path: { packageId }, header: { 'Idempotency-Key': newKey() } },
          body: { version },
        })
      ).data!,
    onSuccess: refresh,
  })

export const useDiscard = (packageId: string) =>
  useMutation({
    mutationFn: (version: number) =>
      api.DELETE('/api/instruments/assets/packages/{packageId}', {
        params: { path: { packageId }, query: { version } },
      }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['assets', 'packages'] }),
  })

type Settling = { action: FindingAction; items: Schema<'SettledItem'>[]; note: string | null; key: string }

export const useSettle = () =>
  useMutation({
    mutationFn: async ({ key, ...body }: Settling) =>
      (
        await api.POST('/api/instruments/assets/findings/settle', {
          params: { header: { 'Idempotency-Key': key } },
          body,
        })
      ).data!,
    onSettled: refresh,
  })

export const useReopen = () =>
  useMutation({
    mutationFn: async (items: Schema<'FindingVersion'>[]) =>
      (
        await api.POST('/api/instruments/assets/findings/reopen', {
          params: { header: { 'Idempotency-Key': newKey() } },
          body: { items },
        })
      ).data!,
    onSettled: refresh,
  })
