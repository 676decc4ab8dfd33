import { useTranslation } from 'react-i18next'
import type { AssetPackage } from './api.ts'

export function PackageStateTag({ state }: { state: AssetPackage['state'] }) {
  const { t } = useTranslation('assets')
  return <span className={state === 'taken' ? 'tag tag-good' : 'tag'}>{t(`state.${state}`)}</span>
}
