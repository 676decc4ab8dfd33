import { DeleteOutlined, FilterOutlined } from '@ant-design/icons'
import { Button, Checkbox, Input, Popover } from 'antd'
import { useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { notify } from '../ui/notices.tsx'
import { ProblemAlert } from '../ui/ProblemAlert.tsx'
import { type SavedFilter, useDeleteFilter, useSavedFilters, useSaveFilter } from './filters.ts'
import './savedFilters.css'

/** The list's filters under names (常用筛选): applied, kept, lent to colleagues; one of mine opens the list. */
export function SavedFilters({ list }: { list: string }) {
  const { t } = useTranslation('filters')
  const [open, setOpen] = useState(false)
  const { data: filters, error } = useSavedFilters(list)
  const [search, setSearch] = useSearchParams()
  const present = queryOf(search)
  useDefault(filters)
  const current = filters?.find(filter => sameQuery(filter.query, present))

  const apply = (filter: SavedFilter) => {
    setOpen(false)
    setSearch(new URLSearchParams(filter.query), { preventScrollReset: true })
  }

  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      trigger="click"
      placement="bottomRight"
      destroyOnHidden
      content={
        <section className="saved-filters" aria-label={t('title')}>
          <ProblemAlert error={error} />
          {filters?.length === 0 && <p className="field-note">{t('none')}</p>}
          <ul>
            {filters?.map(filter => (
              <FilterLine key={filter.id} list={list} filter={filter} applied={filter === current} onApply={apply} />
            ))}
          </ul>
          <KeepForm list={list} query={present} known={current} onDone={() => setOpen(false)} />
        </section>
      }
    >
      <Button icon={<FilterOutlined aria-hidden />} aria-expanded={open}>
        {current ? current.name : t('title')}
      </Button>
    </Popover>
  )
}

type LineProps = { list: string; filter: SavedFilter; applied: boolean; onApply: (filter: SavedFilter) => void }

function FilterLine({ list, filter, applied, onApply }: LineProps) {
  const { t } = useTranslation('filters')
  const remove = useDeleteFilter(list)
  return (
    <li>
      <button type="button" className="saved-filter" aria-pressed={applied} onClick={() => onApply(filter)}>
        {filter.name}
      </button>
      {filter.isDefault && <span className="tag">{t('default')}</span>}
      {filter.shared && <span className="tag">{filter.mine ? t('shared') : filter.by}</span>}
      {filter.mine && (
        <Button
          size="small"
          type="text"
          icon={<DeleteOutlined aria-hidden />}
          aria-label={t('delete', { name: filter.name })}
          loading={remove.isPending}
          onClick={() => remove.mutate(filter.id)}
        />
      )}
    </li>
  )
}

type KeepProps = { list: string; query: string; known: SavedFilter | undefined; onDone: () => void }

function KeepForm({ list, query, known, onDone }: KeepProps) {
  const { t } = useTranslation('filters')
  const id = useId()
  const save = useSaveFilter(list)
  const own = known?.mine ? known : undefined
  const [name, setName] = useState(own?.name ?? '')
  const [shared, setShared] = useState(own?.shared ?? false)
  const [isDefault, setDefault] = useState(own?.isDefault ?? false)

  return (
    <form
      onSubmit={event => {
        event.preventDefault()
        save.mutate(
          { name: name.trim(), query, shared, isDefault },
          {
            onSuccess: () => {
              notify(t('kept'))
              onDone()
            },
          },
        )
      }}
    >
      <label htmlFor={id}>{t('keep')}</label>
      <Input id={id} value={name} maxLength={60} onChange={event => setName(event.target.value)} />
      <Checkbox checked={shared} onChange={event => setShared(event.target.checked)}>
        {t('share')}
      </Checkbox>
      <Checkbox checked={isDefault} onChange={event => setDefault(event.target.checked)}>
        {t('makeDefault')}
      </Checkbox>
      <ProblemAlert error={save.error} />
      <Button type="primary" htmlType="submit" disabled={name.trim() === ''} loading={save.isPending}>
        {t('save')}
      </Button>
    </form>
  )
}

/** The list opens with what its reader chose, unless the address says something itself; once cleared, it stays clear. */
function useDefault(filters: SavedFilter[] | undefined) {
  const [search, setSearch] = useSearchParams()
  const done = useRef(search.size > 0)
  useEffect(() => {
    if (!filters || done.current) return
    done.current = true
    const chosen = filters.find(filter => filter.isDefault)
    if (chosen && search.size === 0) setSearch(new URLSearchParams(chosen.query), { replace: true })
  }, [filters, search, setSearch])
}

/** What is filtered and how it is sorted; the page one stands on is no part of it. */
function queryOf(search: URLSearchParams): string {
  const kept = new URLSearchParams(search)
  kept.delete('page')
  kept.delete('size')
  kept.sort()
  return kept.toString()
}

function sameQuery(saved: string, present: string): boolean {
  return queryOf(new URLSearchParams(saved)) === present
}
