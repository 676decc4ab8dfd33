import { useTranslation } from 'react-i18next'

type Facts = Record<string, unknown>

const factsOf = (value: unknown): Facts =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Facts) : {}

/** What is different between before and after, fact by fact. */
export function Changes({ before, after }: { before: unknown; after: unknown }) {
  const { t } = useTranslation('audit')
  const [old, now] = [factsOf(before), factsOf(after)]
  const names = [...new Set([...Object.keys(old), ...Object.keys(now)])]
  const changed = names.filter(name => JSON.stringify(old[name]) !== JSON.stringify(now[name]))
  if (changed.length === 0) return null
  return (
    <details className="changes">
      <summary>{t('changed', { count: changed.length })}</summary>
      <dl>
        {changed.map(name => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              {name in old && <del>{text(old[name])}</del>} {name in now && <ins>{text(now[name])}</ins>}
            </dd>
          </div>
        ))}
      </dl>
    </details>
  )
}

function text(value: unknown): string {
  if (value === null || value === undefined || value === '') return '—'
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}
