import type { Locale } from 'antd/es/locale'
import dayjs from 'dayjs'
import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import { currentLanguage, type Language, rememberLanguage } from './language.ts'
import { fetchLanguage } from './locales/index.ts'

const antdLocales: Partial<Record<Language, Locale>> = {}

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

export async function changeLanguage(language: Language) {
  await fetchWords(language)
  dayjs.locale(language === 'en' ? 'en' : 'zh-cn')
  rememberLanguage(language)
  await i18next.changeLanguage(language)
}

export function antdLocale(language: string): Locale | undefined {
  return antdLocales[language as Language]
}
