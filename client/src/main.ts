import './base.css'
import { currentLanguage } from './language.ts'
import { fetchLanguage } from './locales/index.ts'
import { isPublicPath } from './public/paths.ts'
import { startPublicPages } from './public/start.tsx'

// Visitors get React and the public pages in one small script; everything behind the sign-in is fetched on top of it.
const root = document.getElementById('root')!
document.documentElement.lang = currentLanguage()

if (isPublicPath(window.location.pathname)) startPublicPages(root)
else {
  // On their way together; whoever needs the words asks for them again and finds them there.
  void fetchLanguage(currentLanguage())
  void import('./staff.tsx').then(staff => staff.startStaffPages(root))
}
