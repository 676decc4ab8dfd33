import type { Language } from '../language.ts'

/** Each language is one script, fetched when it is first wanted. */
export const fetchLanguage = (language: Language) => (language === 'en' ? import('./en.ts') : import('./zh-CN.ts'))
