import { useTranslation } from 'react-i18next'
import { pagesAround } from './pagesAround.ts'
import './table.css'
import { type ListState, pageSizes } from './useListState.ts'

type Props = { list: ListState; shown: number; total: number }

/** Honest counts, page numbers, page size. */
export function Pagination({ list, shown, total }: Props) {
  const { t } = useTranslation('ui')
  const last = Math.max(1, Math.ceil(total / list.size))
  const gaps = ['before', 'after']
  return (
    <div className="pagination">
      <span className="pagination-count number" role="status">
        {t('table.shown', { shown: spaced(shown), total: spaced(total) })}
      </span>
      {last > 1 && (
        <nav aria-label={t('table.pages')}>
          <button type="button" disabled={list.page <= 1} onClick={() => list.goTo(Math.min(list.page - 1, last))}>
            {t('table.previous')}
          </button>
          {pagesAround(list.page, last).map(page =>
            page === 0 ? (
              <span key={gaps.shift()} aria-hidden="true">
                …
              </span>
            ) : (
              <button
                key={page}
                type="button"
                aria-label={t('table.page', { page })}
                aria-current={page === list.page ? 'page' : undefined}
                onClick={() => list.goTo(page)}
              >
                {page}
              </button>
            ),
          )}
          <button type="button" disabled={list.page >= last} onClick={() => list.goTo(list.page + 1)}>
            {t('table.next')}
          </button>
        </nav>
      )}
      <label className="pagination-size">
        {t('table.size')}{' '}
        <select value={list.size} onChange={event => list.resize(Number(event.target.value))}>
          {pageSizes.map(size => (
            <option key={size}>{size}</option>
          ))}
        </select>
      </label>
    </div>
  )
}

const spaced = (count: number) => count.toLocaleString('en-US').replaceAll(',', '\u2009')
