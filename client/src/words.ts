import type { Locale } from 'antd/es/locale'
import dayjs from 'dayjs'
import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import { currentLanguage, type Language, rememberLanguage } from './language.ts'
import { fetchFurther, fetchLanguage } from './locales/index.ts'

const antdLocales: Partial<Record<Language, Locale>> = {}
const spoken = new Set<string>()

/** Each file of a language is a namespace: t('units:title'). */
async function fetchWords(language: Language) {
  if (antdLocales[language]) return
  const words = await fetchLanguage(language)
  for (const [path, texts] of Object.entries(words.texts)) {
    i18next.addResourceBundle(language, path.split('/').at(-1)!.replace('.json', ''), texts)
  }
  antdLocales[language] = words.antd
}

export async function startWords() {
  await i18next.use(initReactI18next).init({
    lng: currentLanguage(),
    fallbackLng: false,
    resources: {},
    // Keys are flat, with dots that only help the reader: 'list.empty.title'.
    keySeparator: false,
    interpolation: { escapeValue: false },
    returnNull: false,
  })
  await changeLanguage(currentLanguage())
}

/** What the pages of a feature speak, in the present language, before they are shown. */
export async function needWords(namespaces: readonly string[], language = currentLanguage()) {
  const missing = namespaces.filter(name => !i18next.hasResourceBundle(language, name))
  for (const name of namespaces) spoken.add(name)
  const texts = await Promise.all(missing.map(name => fetchFurther(language, name)))
  for (const [index, name] of missing.entries()) i18next.addResourceBundle(language, name, texts[index])
}

export async function changeLanguage(language: Language) {
  await Promise.all([fetchWords(language), needWords([...spoken], language)])
  dayjs.locale(language === 'en' ? 'en' : 'zh-cn')
  rememberLanguage(language)
  await i18next.changeLanguage(language)
}

export function antdLocale(language: string): Locale | undefined {
  return antdLocales[language as Language]
}
