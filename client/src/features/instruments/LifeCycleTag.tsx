import { useTranslation } from 'react-i18next'
import type { LifeCycle } from './api.ts'

const looks: Record<LifeCycle, string> = {
  draft: 'tag',
  submitted: 'tag tag-waiting',
  returned: 'tag tag-bad',
  listed: 'tag tag-good',
  retired: 'tag',
}

export const lifeCycles = Object.keys(looks) as LifeCycle[]

export function LifeCycleTag({ lifeCycle }: { lifeCycle: LifeCycle }) {
  const { t } = useTranslation('instruments')
  return <span className={looks[lifeCycle]}>{t(`lifeCycle.${lifeCycle}`)}</span>
}
