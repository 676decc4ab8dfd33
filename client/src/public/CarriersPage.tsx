import './carriers.css'
import type { Schema } from '../api/client.ts'
import { useAnswer } from './ask.ts'
import { formatSum } from './formatSum.ts'
import { changeQuery, PageLink, useAddress } from './navigation.tsx'
import { useText } from './text.ts'
import { usePageTitle } from './usePageTitle.ts'

const kinds = ['facility', 'instrumentCentre', 'serviceUnit'] as const
const pageSize = 50

/** The major facilities, instrument centres and service units on the platform (I-1, S-1). */
export function CarriersPage() {
  const { t, language } = useText()
  const { search } = useAddress()
  const [query, kind] = [search.get('q') ?? '', search.get('kind')]
  const page = Math.max(1, Number(search.get('page')) || 1)
  const asked = new URLSearchParams({ page: String(page), size: String(pageSize) })
  for (const name of ['q', 'kind', 'unitId']) if (search.get(name)) asked.set(name, search.get(name)!)
  const { data, error, loading } = useAnswer<Schema<'PageOfCatalogueCarrierRow'>>(
    `/api/instruments/catalogue/carriers?${asked}`,
  )
  usePageTitle(t('carriers.title'))
  const nameOf = (row: Schema<'CatalogueCarrierRow'>) => (language === 'en' && row.nameEn) || row.nameZh

  return (
    <article className="carriers" aria-busy={loading}>
      <h1>{t('carriers.title')}</h1>
      <p>{t('carriers.purpose')}</p>
      <search className="carriers-search">
        <form
          onSubmit={event => {
            event.preventDefault()
            changeQuery({ q: String(new FormData(event.currentTarget).get('q') ?? '').trim(), page: undefined })
          }}
        >
          <input key={query} name="q" defaultValue={query} aria-label={t('carriers.search')} maxLength={200} />
          <button type="submit" className="button">
            {t('search.submit')}
          </button>
        </form>
        <fieldset className="carriers-kinds">
          <legend>{t('carriers.kind')}</legend>
          {[null, ...kinds].map(each => (
            <button
              key={each ?? 'all'}
              type="button"
              aria-pressed={kind === each}
              onClick={() => changeQuery({ kind: each ?? undefined, page: undefined })}
            >
              {t(each ? `carrierKind.${each}` : 'facet.all')}
            </button>
          ))}
        </fieldset>
      </search>
      {error && (
        <p role="alert" className="fault">
          {t('failed')}
        </p>
      )}
      {!data && !error && <div className="skeleton" />}
      {data && (
        <p role="status" className="carriers-count">
          {t(data.total === 0 ? 'carriers.empty' : 'carriers.found', { count: data.total.toLocaleString('en-US') })}
        </p>
      )}
      <ol className="rows">
        {data?.items.map(row => (
          <li key={row.id} className="row">
            <h2>
              <PageLink href={`/facilities/${row.id}`}>{nameOf(row)}</PageLink>
              <span className="state">{t(`carrierKind.${row.kind}`)}</span>
            </h2>
            <p className="row-model">{[row.unitName, row.regionName].filter(Boolean).join(' · ')}</p>
            {row.introduction && <p className="carriers-text">{row.introduction}</p>}
            <p className="row-place">
              {t('carriers.sums', {
                count: row.instruments.toLocaleString('en-US'),
                value: t('money', { amount: formatSum(row.valueFen, language) }),
              })}
            </p>
          </li>
        ))}
      </ol>
      {data && data.total > pageSize && (
        <nav className="pages" aria-label={t('pages')}>
          <button
            type="button"
            disabled={page <= 1}
            onClick={() => changeQuery({ page: page > 2 ? String(page - 1) : undefined })}
          >
            {t('pages.previous')}
          </button>
          <button
            type="button"
            disabled={page * pageSize >= data.total}
            onClick={() => changeQuery({ page: String(page + 1) })}
          >
            {t('pages.next')}
          </button>
        </nav>
      )}
    </article>
  )
}
