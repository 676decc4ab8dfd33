import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Modal } from 'antd'
import { type KeyboardEvent, useDeferredValue, useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { api } from '../api/client.ts'
import { can, useAccount } from '../session/session.ts'
import { ProblemAlert } from '../ui/ProblemAlert.tsx'
import { menuOf } from './menu.tsx'
import './search.css'

type Hit = { key: string; group: string; title: string; note?: string | null; link: string; outside?: boolean }

const groups = ['pages', 'instruments', 'carriers', 'units', 'accounts', 'imports', 'purchases', 'policies']

/** One box over instruments, units, people, lists, policies and pages; arrows choose, Enter opens. */
export function SearchDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('find')
  const navigate = useNavigate()
  const id = useId()
  const [text, setText] = useState('')
  const [at, setAt] = useState(0)
  const input = useRef<HTMLInputElement>(null)
  const { hits, more, error, searching, settled } = useHits(text.trim())
  const chosen = hits[Math.min(at, hits.length - 1)]

  useEffect(() => input.current?.focus(), [])

  const open = (hit: Hit | undefined) => {
    if (!hit) return
    onClose()
    if (hit.outside) window.location.assign(hit.link)
    else navigate(hit.link)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    // Enter also ends the choosing of Chinese characters: that is not for us.
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter') open(chosen)
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step === undefined || hits.length === 0) return
    event.preventDefault()
    setAt((Math.min(at, hits.length - 1) + step + hits.length) % hits.length)
  }

  return (
    <Modal open onCancel={onClose} footer={null} title={t('title')} width={640} destroyOnHidden className="find">
      <input
        ref={input}
        className="find-input"
        type="search"
        role="combobox"
        aria-label={t('label')}
        aria-expanded={hits.length > 0}
        aria-controls={`${id}list`}
        aria-activedescendant={chosen && `${id}${chosen.key}`}
        aria-autocomplete="list"
        autoComplete="off"
        placeholder={t('placeholder')}
        value={text}
        maxLength={100}
        onChange={event => {
          setText(event.target.value)
          setAt(0)
        }}
        onKeyDown={onKeyDown}
      />
      <ProblemAlert error={error} />
      <div className="find-list" id={`${id}list`} role="listbox" aria-label={t('results')} aria-busy={searching}>
        {groups
          .filter(group => hits.some(hit => hit.group === group))
          .map(group => (
            // biome-ignore lint/a11y/useSemanticElements: a group of options, not of form fields
            <div key={group} role="group" aria-labelledby={`${id}${group}`}>
              <div className="find-group" id={`${id}${group}`}>
                {t(`group.${group}`)}
                {more.includes(group) && <span> · {t('more')}</span>}
              </div>
              {hits
                .filter(hit => hit.group === group)
                .map(hit => (
                  // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the input's
                  <div
                    key={hit.key}
                    id={`${id}${hit.key}`}
                    role="option"
                    tabIndex={-1}
                    aria-selected={hit === chosen}
                    className="find-hit"
                    onClick={() => open(hit)}
                    onMouseMove={() => setAt(hits.indexOf(hit))}
                  >
                    <span>{hit.title}</span>
                    {hit.note && <span className="find-note">{hit.note}</span>}
                  </div>
                ))}
            </div>
          ))}
      </div>
      <p className="find-state" aria-live="polite">
        {text.trim() === '' ? t('hint') : settled && hits.length === 0 ? t('nothing') : t('keys')}
      </p>
    </Modal>
  )
}

/** What is found: at once what this page knows by itself, then what the server answers after a short rest. */
function useHits(text: string) {
  const resting = useRested(text)
  const { data, error, isFetching } = useQuery({
    queryKey: ['find', resting],
    queryFn: async ({ signal }) => (await api.GET('/api/find', { params: { query: { q: resting } }, signal })).data!,
    enabled: resting !== '',
    placeholderData: keepPreviousData,
  })
  const here = useDeferredValue(useHitsHere(text))
  const found: Hit[] =
    text === '' || !data
      ? []
      : data.items.map(({ group, id, title, note, link }) => ({ key: `${group}${id}`, group, title, note, link }))
  const hits = [...here, ...found].sort((a, b) => groups.indexOf(a.group) - groups.indexOf(b.group))
  return {
    hits,
    more: data?.more ?? [],
    error,
    searching: isFetching,
    settled: !isFetching && resting === text,
  }
}

function useRested(text: string) {
  const [rested, setRested] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => setRested(text), 180)
    return () => clearTimeout(timer)
  }, [text])
  return rested
}

/** Pages of the menu and policy numbers, by their names in the reader's language. */
function useHitsHere(text: string): Hit[] {
  const { t, i18n } = useTranslation()
  const account = useAccount()
  if (text === '') return []
  const sought = text.toLowerCase()
  const matches = (title: string) => title.toLowerCase().includes(sought)
  const pages: Hit[] = menuOf(account)
    .flatMap(({ entries }) => entries)
    .map(({ to, text: title, outside }) => ({
      key: `page${to}`,
      group: 'pages',
      title: t(title),
      link: to,
      ...(outside ? { outside } : {}),
    }))
  const policies: Hit[] = can('units.read')
    ? Object.entries(i18n.getResourceBundle(i18n.language, 'policies') as Record<string, string>)
        .filter(([key]) => key.startsWith('key.'))
        .map(([key, title]) => ({ key: `policy${key}`, group: 'policies', title, link: '/policies' }))
    : []
  return [...pages.filter(({ title }) => matches(title)), ...policies.filter(({ title }) => matches(title)).slice(0, 6)]
}
