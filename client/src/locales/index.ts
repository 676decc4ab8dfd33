import type { Language } from '../language.ts'

/** A language's words for the shell and the pages that everybody sees are one script, fetched when the language is first wanted. */
export const fetchLanguage = (language: Language) => (language === 'en' ? import('./en.ts') : import('./zh-CN.ts'))

// The others come with the pages that speak them; the public pages bring their own.
const further = import.meta.glob<Record<string, string>>(
  ['./*/*.json', '!./*/{filters,find,instruments,notices,problems,session,shell,totp,ui,workbench,public}.json'],
  { import: 'default' },
)

export const fetchFurther = (language: Language, namespace: string) => further[`./${language}/${namespace}.json`]?.()
