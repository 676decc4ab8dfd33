import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { inbox } from '../api.ts'
import { lifeCycles } from '../LifeCycleTag.tsx'

type Props = {
  value: string | undefined
  /** Whether anything but the life cycle narrows the list: then the counts of the whole registry would be wrong. */
  narrowed: boolean
  /** How many the chosen view holds under its filters. */
  total: number | undefined
  onChange: (lifeCycle: string | undefined) => void
}

/** The named views of the registry with their counts. */
export function LifeCycleViews({ value, narrowed, total, onChange }: Props) {
  const { t } = useTranslation('instruments')
  const counts = useCounts()
  return (
    <nav className="views" aria-label={t('views')}>
      {[undefined, ...lifeCycles].map(view => {
        const chosen = value === view
        const count = chosen ? total : narrowed ? undefined : counts?.[view ?? 'all']
        return (
          <button
            key={view ?? 'all'}
            type="button"
            aria-current={chosen ? 'true' : undefined}
            onClick={() => onChange(view)}
          >
            {t(`lifeCycle.${view ?? 'all'}`)}
            {count !== undefined && <span className="views-count number">{count.toLocaleString('en-US')}</span>}
          </button>
        )
      })}
    </nav>
  )
}

function useCounts(): Record<string, number> | undefined {
  const data = useQuery(inbox).data
  if (!data) return undefined
  const of = (state: string) => Math.max(0, ...data.groups.filter(g => g.lifeCycle === state).map(g => g.count))
  const [draft, submitted, returned] = [of('draft'), of('submitted'), of('returned')]
  return {
    all: data.total,
    draft,
    submitted,
    returned,
    listed: data.listed,
    retired: data.total - draft - submitted - returned - data.listed,
  }
}
