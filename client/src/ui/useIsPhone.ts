import { useSyncExternalStore } from 'react'

const phone = window.matchMedia('(max-width: 767px)')

function subscribe(changed: () => void) {
  phone.addEventListener('change', changed)
  return () => phone.removeEventListener('change', changed)
}

export const useIsPhone = () => useSyncExternalStore(subscribe, () => phone.matches)
