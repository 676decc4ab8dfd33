import { useSearchParams } from 'react-router'

type Values<Name extends string> = Partial<Record<Name, string>>

export function valuesOf<Name extends string>(names: readonly Name[], search: URLSearchParams): Values<Name> {
  const values: Values<Name> = {}
  for (const name of names) values[name] = search.get(name) ?? undefined
  return values
}

/** State that belongs in the address bar, so that what one sees can be linked, reloaded and gone back to. */
export function useUrlState<Name extends string>(names: readonly Name[]) {
  const [search, setSearch] = useSearchParams()
  const values = valuesOf(names, search)

  /** Empty values leave the address; `push` makes a step that "back" returns from. */
  const change = (patch: Record<string, string | undefined>, { push = false } = {}) =>
    setSearch(
      current => {
        const next = new URLSearchParams(current)
        for (const [name, value] of Object.entries(patch)) {
          if (value) next.set(name, value)
          else next.delete(name)
        }
        return next
      },
      { replace: !push, preventScrollReset: true },
    )

  return [values, change, search] as const
}
