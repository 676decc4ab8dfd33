import { Button, Checkbox } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { ColumnChoice } from './ColumnChoice.tsx'
import { Pagination } from './Pagination.tsx'
import { ProblemAlert } from './ProblemAlert.tsx'
import type { ListState } from './useListState.ts'
import { useRemembered } from './useRemembered.ts'
import './table.css'

export type Column<Row> = {
  key: string
  title: string
  render: (row: Row) => ReactNode
  /** The server's name to sort by; absent when it cannot. */
  sort?: string
  align?: 'right'
  /** Takes the room of its content and no more. */
  narrow?: boolean
  /** Not among the columns one can switch off, and the heading of the card on a phone. */
  always?: boolean
  /** Off until somebody switches it on. */
  hidden?: boolean
}

export type Selection<Row> = {
  keys: readonly string[]
  onChange: (keys: string[]) => void
  label: (row: Row) => string
}

type Page<Row> = { items: Row[]; total: number; page: number; size: number }

type Props<Row> = {
  /** The list's name: for what is remembered, and read out as its caption. */
  name: string
  caption: string
  columns: Column<Row>[]
  rowKey: (row: Row) => string
  list: ListState
  query: { data?: Page<Row>; error: unknown; isFetching: boolean; refetch: () => unknown }
  filters?: ReactNode
  /** What can be done with the list: export of what is filtered, bulk commands. */
  actions?: ReactNode
  empty: { title: string; text: string; action?: ReactNode }
  selection?: Selection<Row>
}

/** The one table of all lists: paging, sorting and filters by the server and in the address bar; cards on a phone. */
export function DataTable<Row>({ columns, rowKey, list, query, selection, ...rest }: Props<Row>) {
  const { t } = useTranslation('ui')
  const hiddenAtFirst = columns.filter(column => column.hidden).map(column => column.key)
  const [hidden, setHidden] = useRemembered<string[]>(`columns:${rest.name}`, hiddenAtFirst)
  const shown = columns.filter(column => column.always || !hidden.includes(column.key))
  const page = query.data
  const rows = page?.items ?? []
  const pageKeys = rows.map(rowKey)
  const selected = new Set(selection?.keys)
  const selectedHere = pageKeys.filter(key => selected.has(key))

  const togglePage = () => {
    const others = [...selected].filter(key => !pageKeys.includes(key))
    selection?.onChange(selectedHere.length === rows.length ? others : [...others, ...pageKeys])
  }
  const toggle = (key: string) =>
    selection?.onChange(selected.has(key) ? [...selected].filter(other => other !== key) : [...selected, key])

  return (
    <section className="data-table" aria-busy={query.isFetching}>
      <div className="data-table-bar">
        <search className="data-table-filters">
          {rest.filters}
          {list.filtered && (
            <Button type="link" onClick={list.clear}>
              {t('table.clear')}
            </Button>
          )}
        </search>
        <div className="data-table-actions">
          {rest.actions}
          <PhoneSort columns={columns} list={list} />
          <ColumnChoice columns={columns} hidden={hidden} onChange={setHidden} />
        </div>
      </div>
      <ProblemAlert
        error={query.error}
        action={
          <Button size="small" onClick={() => query.refetch()}>
            {t('retry')}
          </Button>
        }
      />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable by keyboard */}
      <section className="data-table-scroll" aria-label={rest.caption} tabIndex={0}>
        <table>
          <caption className="visually-hidden">{rest.caption}</caption>
          <thead>
            <tr>
              {selection && (
                <th scope="col" className="narrow">
                  <Checkbox
                    aria-label={t('table.selectPage')}
                    checked={rows.length > 0 && selectedHere.length === rows.length}
                    indeterminate={selectedHere.length > 0 && selectedHere.length < rows.length}
                    onChange={togglePage}
                  />
                </th>
              )}
              {shown.map(column => (
                <HeadCell key={column.key} column={column} list={list} />
              ))}
            </tr>
          </thead>
          <tbody className={query.isFetching && page ? 'stale' : undefined}>
            {rows.map(row => {
              const key = rowKey(row)
              return (
                <tr key={key} className={selected.has(key) ? 'selected' : undefined}>
                  {selection && (
                    <td className="narrow select">
                      <Checkbox
                        aria-label={t('table.select', { name: selection.label(row) })}
                        checked={selected.has(key)}
                        onChange={() => toggle(key)}
                      />
                    </td>
                  )}
                  {shown.map(column => (
                    <td key={column.key} className={cellClass(column)} data-label={column.title}>
                      {column.render(row)}
                    </td>
                  ))}
                </tr>
              )
            })}
          </tbody>
        </table>
        {!page && query.isFetching && <div className="data-table-loading">{t('loading')}</div>}
      </section>
      {page && rows.length === 0 && <Empty {...rest.empty} list={list} total={page.total} />}
      {page && <Pagination list={list} shown={rows.length} total={page.total} />}
    </section>
  )
}

function cellClass<Row>({ align, narrow, always }: Column<Row>) {
  return [align === 'right' && 'right', narrow && 'narrow', always && 'heading'].filter(Boolean).join(' ') || undefined
}

function HeadCell<Row>({ column, list }: { column: Column<Row>; list: ListState }) {
  const { sort } = column
  if (!sort) {
    return (
      <th scope="col" className={cellClass(column)}>
        {column.title}
      </th>
    )
  }
  const direction = list.sort === sort ? 'ascending' : list.sort === `-${sort}` ? 'descending' : 'none'
  return (
    <th scope="col" className={cellClass(column)} aria-sort={direction}>
      <button
        type="button"
        className="sort"
        onClick={() => list.sortBy(direction === 'ascending' ? `-${sort}` : sort)}
        data-direction={direction}
      >
        {column.title}
      </button>
    </th>
  )
}

// Cards have no headings to click.
function PhoneSort<Row>({ columns, list }: { columns: Column<Row>[]; list: ListState }) {
  const { t } = useTranslation('ui')
  const sortable = columns.filter(column => column.sort !== undefined)
  if (sortable.length === 0) return null
  return (
    <select
      className="phone-sort"
      aria-label={t('table.sort')}
      value={list.sort}
      onChange={event => list.sortBy(event.target.value)}
    >
      {sortable.flatMap(({ sort, title }) => [
        <option key={sort} value={sort}>
          {title} ↑
        </option>,
        <option key={`-${sort}`} value={`-${sort}`}>
          {title} ↓
        </option>,
      ])}
    </select>
  )
}

type EmptyProps = { title: string; text: string; action?: ReactNode; list: ListState; total: number }

function Empty({ title, text, action, list, total }: EmptyProps) {
  const { t } = useTranslation('ui')
  // An address from when the list was longer.
  if (total > 0) {
    return (
      <div className="data-table-empty">
        <h2>{t('table.beyond')}</h2>
        <Button onClick={() => list.goTo(1)}>{t('table.first')}</Button>
      </div>
    )
  }
  const { filtered, clear } = list
  return (
    <div className="data-table-empty">
      <h2>{filtered ? t('table.nothingFound') : title}</h2>
      <p>{filtered ? t('table.nothingFoundText') : text}</p>
      {filtered ? <Button onClick={clear}>{t('table.clear')}</Button> : action}
    </div>
  )
}
