import { createRoot } from 'react-dom/client'
import { PublicPages } from './PublicPages.tsx'

export function startPublicPages(root: HTMLElement) {
  createRoot(root).render(<PublicPages />)
}
