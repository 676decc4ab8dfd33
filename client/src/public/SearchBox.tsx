import { type KeyboardEvent, useEffect, useId, useState } from 'react'
import type { Schema } from '../api/client.ts'
import { useAnswer } from './ask.ts'
import { goTo } from './navigation.tsx'
import { useText } from './text.ts'

type Props = { query: string; onSearch: (query: string) => void }

/** A combobox (WAI-ARIA 1.2): suggestions while typing, arrows choose, Enter searches, Escape closes. */
export function SearchBox({ query, onSearch }: Props) {
  const { t } = useText()
  const listId = useId()
  const [text, setText] = useState(query)
  const [open, setOpen] = useState(false)
  const [active, setActive] = useState(-1)
  // A step back in the browser brings its words back too.
  useEffect(() => setText(query), [query])
  const wanted = useRested(text.trim(), 120)
  const { data } = useAnswer<Schema<'CatalogueSuggestion'>[]>(
    open && wanted ? `/api/instruments/catalogue/suggest?q=${encodeURIComponent(wanted)}` : null,
  )
  const suggestions = open && text.trim() ? (data ?? []) : []
  const expanded = suggestions.length > 0

  const choose = (suggestion: Schema<'CatalogueSuggestion'>) => {
    setOpen(false)
    if (suggestion.unitId) return goTo(`/?unitId=${suggestion.unitId}`)
    setText(suggestion.text)
    onSearch(suggestion.text)
  }
  const submit = () => {
    const chosen = suggestions[active]
    if (chosen) return choose(chosen)
    setOpen(false)
    onSearch(text.trim())
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      setOpen(false)
      setActive(-1)
    } else if (expanded && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      event.preventDefault()
      // One place more than there are suggestions: -1 is the text itself.
      const places = suggestions.length + 1
      const step = event.key === 'ArrowDown' ? 1 : -1
      setActive(((active + 1 + step + places) % places) - 1)
    }
  }

  return (
    <search className="search-box">
      <form
        onSubmit={event => {
          event.preventDefault()
          submit()
        }}
      >
        <input
          type="text"
          role="combobox"
          aria-label={t('search.label')}
          aria-expanded={expanded}
          aria-controls={listId}
          aria-autocomplete="list"
          aria-activedescendant={expanded && active >= 0 ? `${listId}-${active}` : undefined}
          placeholder={t('search.placeholder')}
          autoComplete="off"
          enterKeyHint="search"
          value={text}
          onChange={event => {
            setText(event.target.value)
            setOpen(true)
            setActive(-1)
          }}
          onKeyDown={onKeyDown}
          onBlur={() => setOpen(false)}
        />
        <button type="submit">{t('search.submit')}</button>
      </form>
      <div id={listId} role="listbox" aria-label={t('search.suggestions')} className="suggestions" hidden={!expanded}>
        {suggestions.map((suggestion, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the combobox's input has the keyboard
          <div
            key={`${suggestion.type}:${suggestion.text}`}
            id={`${listId}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === active}
            onMouseDown={event => event.preventDefault()}
            onClick={() => choose(suggestion)}
          >
            <span>{suggestion.text}</span>
            <span className="suggestion-kind">{t(`suggestion.${suggestion.type}`, { count: suggestion.count })}</span>
          </div>
        ))}
      </div>
    </search>
  )
}

function useRested(value: string, milliseconds: number) {
  const [rested, setRested] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setRested(value), milliseconds)
    return () => clearTimeout(timer)
  }, [value, milliseconds])
  return rested
}
