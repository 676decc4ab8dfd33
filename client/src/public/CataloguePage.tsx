import './catalogue.css'
import type { Schema } from '../api/client.ts'
import { pagesAround } from '../ui/pagesAround.ts'
import { useAnswer } from './ask.ts'
import { CatalogueRow } from './CatalogueRow.tsx'
import { changeQuery, goTo, PageLink, useAddress } from './navigation.tsx'
import { SearchBox } from './SearchBox.tsx'
import { useText } from './text.ts'
import { usePageTitle } from './usePageTitle.ts'

const pageSize = 20
const filters = ['q', 'classCode', 'regionCode', 'unitId', 'sort'] as const

/** Search of all listed instruments (S-1); what is searched stands in the address and can be sent to somebody. */
export function CataloguePage() {
  const { t } = useText()
  const { search } = useAddress()
  const query = search.get('q') ?? ''
  const page = Math.max(1, Number(search.get('page')) || 1)
  const asked = new URLSearchParams({ page: String(page), size: String(pageSize) })
  for (const name of filters) if (search.get(name)) asked.set(name, search.get(name)!)
  const { data, error, loading } = useAnswer<Schema<'CatalogueAnswer'>>(`/api/instruments/catalogue?${asked}`)
  usePageTitle(query || undefined)

  return (
    <>
      <section className="hero">
        <h1>{t('catalogue.title')}</h1>
        <SearchBox query={query} onSearch={q => changeQuery({ q, page: undefined })} />
        <p>
          <span className="desk-only">{t('catalogue.purpose')} </span>
          {t('catalogue.hint')} <PageLink href="/facilities">{t('carriers')}</PageLink>
        </p>
      </section>
      <div className="catalogue" aria-busy={loading}>
        <Facets data={data} />
        <section className="catalogue-results" aria-labelledby="results">
          <div className="results-head">
            <h2 id="results">
              <span role="status">
                {data ? t('catalogue.found', { count: data.total.toLocaleString('en-US') }) : t('catalogue.searching')}
              </span>
            </h2>
            <Order />
          </div>
          <Understood data={data} />
          <ChosenUnit data={data} />
          {query && <Carriers query={query} />}
          {error && (
            <p role="alert" className="fault">
              {t('failed')}
            </p>
          )}
          {!data && !error && <div className="skeleton" />}
          {data?.total === 0 && (
            <div className="catalogue-empty">
              <p>{t('catalogue.empty')}</p>
              <button type="button" onClick={() => goTo('/')}>
                {t('catalogue.showAll')}
              </button>
            </div>
          )}
          <ol className={loading ? 'rows stale' : 'rows'}>
            {data?.items.map(row => (
              <CatalogueRow key={row.id} row={row} />
            ))}
          </ol>
          {data && <Pages page={page} last={Math.ceil(data.total / pageSize)} />}
        </section>
      </div>
    </>
  )
}

/** How the words were taken, where that is not just as they were typed. */
function Understood({ data }: { data: Schema<'CatalogueAnswer'> | undefined }) {
  const { t, language } = useText()
  const list = (texts: string[]) => texts.join(language === 'en' ? ', ' : '、')
  const mended = data?.words.filter(word => word.writtenAs !== null) ?? []
  const dropped = data?.words.filter(word => word.dropped) ?? []
  const kinds = [...new Set(data?.words.flatMap(word => word.kinds) ?? [])]
  const lines = [
    ...mended.map(({ text, writtenAs }) => t('understood.mended', { text, writtenAs: writtenAs ?? '' })),
    dropped.length > 0 && t('understood.dropped', { words: list(dropped.map(word => word.text)) }),
    kinds.length > 0 && t('understood.kinds', { kinds: list(kinds.slice(0, 4)) }),
  ].filter(line => line !== false)
  if (!data || data.total === 0 || lines.length === 0) return null
  return (
    <ul className="understood">
      {lines.map(line => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  )
}

const namedAtMost = 3

/** Facilities and centres of that name stand beside the instruments (I-1); the line keeps its place while they are looked for. */
function Carriers({ query }: { query: string }) {
  const { t, language } = useText()
  const { data } = useAnswer<Schema<'PageOfCatalogueCarrierRow'>>(
    `/api/instruments/catalogue/carriers?${new URLSearchParams({ q: query, size: String(namedAtMost) })}`,
  )
  return (
    <p className="found-carriers">
      {data && data.total > 0 && (
        <>
          {t('carriers')}
          {language === 'en' ? ': ' : '：'}
          {data.items.map(({ id, nameZh, nameEn }, at) => (
            <span key={id}>
              {at > 0 && (language === 'en' ? ', ' : '、')}
              <PageLink href={`/facilities/${id}`}>{(language === 'en' && nameEn) || nameZh}</PageLink>
            </span>
          ))}
          {data.total > namedAtMost && (
            <>
              {' '}
              <PageLink href={`/facilities?${new URLSearchParams({ q: query })}`}>
                {t('carriers.all', { count: data.total })}
              </PageLink>
            </>
          )}
        </>
      )}
    </p>
  )
}

function ChosenUnit({ data }: { data: Schema<'CatalogueAnswer'> | undefined }) {
  const { t } = useText()
  const { search } = useAddress()
  const unitId = search.get('unitId')
  if (!unitId) return null
  return (
    <p className="chosen-unit">
      {data?.items.find(item => item.unitId === unitId)?.unitName ?? t('facet.unit')}
      <button
        type="button"
        aria-label={t('facet.unit.clear')}
        onClick={() => changeQuery({ unitId: undefined, page: undefined })}
      >
        ×
      </button>
    </p>
  )
}

const orders = ['relevance', 'newest', 'valueDescending', 'valueAscending']

function Order() {
  const { t } = useText()
  const { search } = useAddress()
  return (
    <select
      aria-label={t('order')}
      value={search.get('sort') ?? 'relevance'}
      onChange={({ target }) =>
        changeQuery({ sort: target.value === 'relevance' ? undefined : target.value, page: undefined })
      }
    >
      {orders.map(order => (
        <option key={order} value={order}>
          {t(`order.${order}`)}
        </option>
      ))}
    </select>
  )
}

function Facets({ data }: { data: Schema<'CatalogueAnswer'> | undefined }) {
  const { t } = useText()
  return (
    <aside className="facets" aria-label={t('facets')}>
      {/* Both at once: one that fills pushes the other down. */}
      {data && (
        <>
          <Facet name="classCode" title={t('facet.class')} values={data.facets.classes} />
          <Facet name="regionCode" title={t('facet.region')} values={data.facets.regions} />
        </>
      )}
    </aside>
  )
}

type FacetProps = {
  name: 'classCode' | 'regionCode'
  title: string
  values: Schema<'FacetValue'>[]
}

function Facet({ name, title, values }: FacetProps) {
  const { t } = useText()
  const { search } = useAddress()
  const chosen = search.get(name)
  return (
    <details className="facet" open={window.innerWidth > 767 || chosen !== null}>
      <summary>
        <h2>{title}</h2>
      </summary>
      <ul>
        {chosen && (
          <li>
            <button type="button" onClick={() => changeQuery({ [name]: undefined, page: undefined })}>
              {t('facet.all')}
            </button>
          </li>
        )}
        {values.map(({ code, name: label, count }) => (
          <li key={code}>
            <button
              type="button"
              aria-pressed={chosen === code}
              onClick={() => changeQuery({ [name]: chosen === code ? undefined : code, page: undefined })}
            >
              <span>{label}</span> <span className="number">{count.toLocaleString('en-US')}</span>
            </button>
          </li>
        ))}
      </ul>
    </details>
  )
}

function Pages({ page, last }: { page: number; last: number }) {
  const { t } = useText()
  if (last < 2) return null
  const show = (target: number) => {
    changeQuery({ page: target > 1 ? String(target) : undefined })
    document.getElementById('results')?.scrollIntoView()
  }
  const gaps = ['before', 'after']
  return (
    <nav className="pages" aria-label={t('pages')}>
      <button type="button" disabled={page <= 1} onClick={() => show(Math.min(page - 1, last))}>
        {t('pages.previous')}
      </button>
      {pagesAround(page, last).map(each =>
        each === 0 ? (
          <span key={gaps.shift()} aria-hidden="true">
            …
          </span>
        ) : (
          <button
            key={each}
            type="button"
            aria-label={t('pages.page', { page: each })}
            aria-current={each === page ? 'page' : undefined}
            onClick={() => show(each)}
          >
            {each}
          </button>
        ),
      )}
      <button type="button" disabled={page >= last} onClick={() => show(page + 1)}>
        {t('pages.next')}
      </button>
    </nav>
  )
}
