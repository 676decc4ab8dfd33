import { useTranslation } from 'react-i18next'
import type { CustomsState } from './customsApi.ts'

const looks: Record<CustomsState, string> = { over: 'tag tag-bad', endingSoon: 'tag tag-waiting', supervised: 'tag' }

export function CustomsStateTag({ state }: { state: CustomsState }) {
  const { t } = useTranslation('customs')
  return <span className={looks[state]}>{t(`state.${state}`)}</span>
}
