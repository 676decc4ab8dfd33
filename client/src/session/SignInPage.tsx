import './signIn.css'
import { type FormEvent, useState } from 'react'
import type { Schema } from '../api/client.ts'
import { ApiError } from '../api/problem.ts'
import { ask, useAnswer } from '../public/ask.ts'
import { useAddress } from '../public/navigation.tsx'
import { useText } from '../public/text.ts'
import { usePageTitle } from '../public/usePageTitle.ts'

/** Signing in; where this is the demo region, with one account a role to try (never in production). */
export function SignInPage() {
  const { t, has } = useText()
  const next = safeAddress(useAddress().search.get('next'))
  const demo = useAnswer<Schema<'DemoAccount'>[]>('/api/units/demo-accounts').data ?? []
  const [userName, setUserName] = useState('')
  const [password, setPassword] = useState('')
  const [code, setCode] = useState('')
  const [asksCode, setAsksCode] = useState(false)
  const [refusal, setRefusal] = useState<string>()
  const [sending, setSending] = useState(false)
  usePageTitle(t('signIn'))

  const signIn = async (body: Schema<'StartSession'>) => {
    setSending(true)
    setRefusal(undefined)
    try {
      await ask('/api/units/session', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      })
      window.location.assign(next)
    } catch (error) {
      const reason = error instanceof ApiError ? error.code : ''
      if (reason === 'session.code-required') {
        // Also of a demo account, which nobody typed in.
        setUserName(body.userName)
        setPassword(body.password)
        setAsksCode(true)
      } else setRefusal(t(has(`refusal.${reason}`) ? `refusal.${reason}` : 'failed'))
      setCode('')
      setSending(false)
    }
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!userName.trim() || !password) return setRefusal(t('signIn.incomplete'))
    if (asksCode && !code.trim()) return setRefusal(t('signIn.codeMissing'))
    void signIn({ userName: userName.trim(), password, ...(asksCode ? { code: code.trim() } : {}) })
  }

  return (
    <div className={demo.length > 0 ? 'sign-in sign-in-demo' : 'sign-in'}>
      <form className="card" onSubmit={submit} noValidate>
        <h1>{t('signIn.title')}</h1>
        {refusal && (
          <p role="alert" className="fault" id="refusal">
            {refusal}
          </p>
        )}
        <label htmlFor="userName">{t('signIn.userName')}</label>
        <input
          id="userName"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          aria-describedby={refusal && 'refusal'}
          value={userName}
          onChange={event => setUserName(event.target.value)}
        />
        <label htmlFor="password">{t('signIn.password')}</label>
        <input
          id="password"
          type="password"
          autoComplete="current-password"
          aria-describedby={refusal && 'refusal'}
          value={password}
          onChange={event => setPassword(event.target.value)}
        />
        {asksCode && (
          <>
            <label htmlFor="code">{t('signIn.code')}</label>
            <input
              id="code"
              // biome-ignore lint/a11y/noAutofocus: the person has just asked for it by signing in
              autoFocus
              inputMode="numeric"
              autoComplete="one-time-code"
              maxLength={24}
              aria-describedby="codeNote"
              value={code}
              onChange={event => setCode(event.target.value)}
            />
            <p className="note" id="codeNote">
              {t('signIn.codeNote')}
            </p>
          </>
        )}
        <button type="submit" className="button" disabled={sending}>
          {t(sending ? 'signIn.sending' : 'signIn')}
        </button>
        <p className="note">{t('signIn.help')}</p>
      </form>
      {demo.length > 0 && (
        <section className="demo" aria-labelledby="demo">
          <h2 id="demo">{t('demo.title')}</h2>
          <p className="note">{t('demo.text')}</p>
          <ul>
            {demo.map(account => (
              <li key={account.userName}>
                <button
                  type="button"
                  className="demo-account"
                  disabled={sending}
                  onClick={() => signIn({ userName: account.userName, password: account.password })}
                >
                  <span className="demo-role">{t(`role.${account.role}`)}</span>
                  <span className="demo-tier">{t(`tier.${account.tier}`)}</span>
                  <span className="demo-organisation">{account.organisation}</span>
                  <code>{account.userName}</code>
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}

/** Only addresses of this very site: a link to the sign-in page must not send people elsewhere afterwards. */
function safeAddress(next: string | null): string {
  if (!next) return '/workbench'
  const url = new URL(next, window.location.origin)
  return url.origin === window.location.origin ? url.pathname + url.search : '/workbench'
}
