import { remembered, useRemembered } from './useRemembered.ts'
import { useUrlState, valuesOf } from './useUrlState.ts'

export const pageSizes = [20, 50, 100, 200]

/** What a table needs to know of its list. */
export type ListState = {
  page: number
  size: number
  sort: string
  filtered: boolean
  clear: () => void
  goTo: (page: number) => void
  resize: (size: number) => void
  sortBy: (sort: string) => void
}

export type FilteredListState<Filter extends string> = ListState & {
  /** The filters as they stand in the address bar. */
  filters: Partial<Record<Filter, string>>
  /** What the server is asked: page, size, sort and filters. */
  query: { page: number; size: number; sort: string } & Partial<Record<Filter, string>>
  filter: (patch: Partial<Record<Filter, string | undefined>>) => void
}

/** What a list with this address shows, for loaders that ask before the page is there. */
export function listStateOf<Filter extends string>(
  names: readonly Filter[],
  sort: string,
  search: URLSearchParams,
  usual: number = remembered('page-size', 20),
) {
  const { page: pageText, size: sizeText, sort: sorted = sort, ...rest } = valuesOf([...names, ...addressed], search)
  const filters = rest as Partial<Record<Filter, string>>
  const page = Math.max(1, Number(pageText) || 1)
  const size = pageSizes.includes(Number(sizeText)) ? Number(sizeText) : usual
  return { filters, query: { page, size, sort: sorted, ...filters } }
}

const addressed = ['page', 'size', 'sort'] as const

/** Paging, sorting and filters of one list, kept in the address bar; the page size is remembered for the person. */
export function useListState<Filter extends string>(names: readonly Filter[], sort: string): FilteredListState<Filter> {
  const [, change, search] = useUrlState([...names, ...addressed])
  const [usual, rememberSize] = useRemembered('page-size', 20)
  const { filters, query } = listStateOf(names, sort, search, usual)

  return {
    filters,
    page: query.page,
    size: query.size,
    sort: query.sort,
    query,
    filtered: Object.values(filters).some(Boolean),
    filter: patch => change({ ...patch, page: undefined }),
    clear: () => change({ ...Object.fromEntries(names.map(name => [name, undefined])), page: undefined }),
    goTo: target => change({ page: target > 1 ? String(target) : undefined }, { push: true }),
    resize: target => {
      rememberSize(target)
      change({ size: String(target), page: undefined })
    },
    sortBy: target => change({ sort: target === sort ? undefined : target, page: undefined }),
  }
}
