import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { useCheckDuplicates, type Wish } from './api.ts'
import { CheckResult } from './CheckResult.tsx'
import { ListPanel } from './ListPanel.tsx'
import './purchases.css'
import { WishForm } from './WishForm.tsx'

/** Compares a wish with the whole stock, whoever owns it, and says of each hit why it is one. */
export function Component() {
  const { t } = useTranslation('purchases')
  const check = useCheckDuplicates()
  const [asked, setAsked] = useState<Wish>()
  const result = useRef<HTMLElement>(null)

  // What was asked for stands below the form: it is brought into sight, and read out.
  useEffect(() => {
    if (check.data) result.current?.focus()
  }, [check.data])

  const run = async (wish: Wish) => {
    await check.mutateAsync(wish)
    setAsked(wish)
  }

  return (
    <>
      <PageHeader title={t('title')} note={t('note')} />
      <section className="panel wish-panel">
        <WishForm onSubmit={run} />
      </section>
      <ListPanel onOpen={run} />
      {check.data && asked && (
        <section className="check-result" ref={result} tabIndex={-1} aria-label={t('result')}>
          <CheckResult key={check.submittedAt} wish={asked} answer={check.data} onAgain={() => check.mutate(asked)} />
        </section>
      )}
    </>
  )
}
