import { type ComponentProps, type MouseEvent, useSyncExternalStore } from 'react'
import { isPublicPath } from './paths.ts'

// A handful of addresses: a router would cost visitors more than all of these pages together.
const listeners = new Set<() => void>()

function subscribe(listener: () => void) {
  listeners.add(listener)
  window.addEventListener('popstate', listener)
  return () => {
    listeners.delete(listener)
    window.removeEventListener('popstate', listener)
  }
}

export function useAddress() {
  const address = useSyncExternalStore(subscribe, () => window.location.pathname + window.location.search)
  const [path = '/', search = ''] = address.split('?')
  return { path, search: new URLSearchParams(search) }
}

export function goTo(address: string, { replace = false } = {}) {
  const url = new URL(address, window.location.origin)
  if (!isPublicPath(url.pathname)) return window.location.assign(address)
  const leaving = url.pathname !== window.location.pathname
  if (replace) window.history.replaceState(null, '', address)
  else window.history.pushState(null, '', address)
  if (leaving) window.scrollTo(0, 0)
  for (const listener of listeners) listener()
}

/** Changes part of the address's query; empty values leave it. */
export function changeQuery(patch: Record<string, string | undefined>) {
  const url = new URL(window.location.href)
  for (const [name, value] of Object.entries(patch)) {
    if (value) url.searchParams.set(name, value)
    else url.searchParams.delete(name)
  }
  goTo(url.pathname + url.search)
}

type Props = ComponentProps<'a'> & { href: string }

export function PageLink({ href, onClick, ...rest }: Props) {
  const follow = (event: MouseEvent<HTMLAnchorElement>) => {
    onClick?.(event)
    const plain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey
    if (event.defaultPrevented || !plain) return
    event.preventDefault()
    goTo(href)
  }
  return <a href={href} onClick={follow} {...rest} />
}
