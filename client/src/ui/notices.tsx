import { useSyncExternalStore } from 'react'

type Notice = { id: number; text: string }

let notices: Notice[] = []
let lastId = 0
const listeners = new Set<() => void>()

function set(next: Notice[]) {
  notices = next
  for (const listener of listeners) listener()
}

/** Says that something was done; failures are told where they happened, not here. */
export function notify(text: string) {
  const id = ++lastId
  // Who works through a list quickly needs the latest word, not a pile over the page.
  set([...notices.slice(-1), { id, text }])
  setTimeout(() => set(notices.filter(notice => notice.id !== id)), 5000)
}

export function Notices() {
  const shown = useSyncExternalStore(
    listener => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => notices,
  )
  return (
    <div className="notices" role="status" aria-live="polite">
      {shown.map(({ id, text }) => (
        <div key={id} className="notice">
          {text}
        </div>
      ))}
    </div>
  )
}
