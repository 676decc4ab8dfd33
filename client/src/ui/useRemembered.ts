import { useState } from 'react'

/** A choice this browser remembers: folded menu, chosen columns. Never anything of the domain. */
export function useRemembered<T>(name: string, initial: T): [T, (value: T) => void] {
  const key = `remembered:${name}`
  const [value, setValue] = useState<T>(() => {
    const stored = localStorage.getItem(key)
    return stored === null ? initial : (JSON.parse(stored) as T)
  })
  return [
    value,
    next => {
      localStorage.setItem(key, JSON.stringify(next))
      setValue(next)
    },
  ]
}
