import { useSyncExternalStore } from 'react'
import { currentLanguage, type Language, rememberLanguage } from '../language.ts'
import en from '../locales/en/public.json'
import zh from '../locales/zh-CN/public.json'

// i18next with its React binding weighs a third of what a visitor may wait for; these pages need look-up and {{name}} only.
const texts: Record<Language, Record<string, string>> = { 'zh-CN': zh, en }
const listeners = new Set<() => void>()

export function switchLanguage(language: Language) {
  rememberLanguage(language)
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export type Text = (key: string, values?: Record<string, string | number>) => string

export function useText() {
  const language = useSyncExternalStore(subscribe, currentLanguage)
  const t: Text = (key, values = {}) =>
    (texts[language][key] ?? key).replace(/{{(\w+)}}/g, (_, name: string) => String(values[name] ?? ''))
  /** Whether there are words for this key: codes of the server may be newer than these pages. */
  const has = (key: string) => key in texts[language]
  return { t, has, language }
}
