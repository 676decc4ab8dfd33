import { useState } from 'react'

const keyOf = (name: string) => `remembered:${name}`

export function remembered<T>(name: string, initial: T): T {
  const stored = localStorage.getItem(keyOf(name))
  return stored === null ? initial : (JSON.parse(stored) as T)
}

/** A choice this browser remembers: folded menu, chosen columns. Never anything of the domain. */
export function useRemembered<T>(name: string, initial: T): [T, (value: T) => void] {
  const [value, setValue] = useState<T>(() => remembered(name, initial))
  return [
    value,
    next => {
      localStorage.setItem(keyOf(name), JSON.stringify(next))
      setValue(next)
    },
  ]
}
