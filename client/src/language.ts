/** The two languages of the pages; Chinese is the default. */
export type Language = 'zh-CN' | 'en'

const storageKey = 'language'

export function currentLanguage(): Language {
  return localStorage.getItem(storageKey) === 'en' ? 'en' : 'zh-CN'
}

export function rememberLanguage(language: Language) {
  localStorage.setItem(storageKey, language)
  document.documentElement.lang = language
}
