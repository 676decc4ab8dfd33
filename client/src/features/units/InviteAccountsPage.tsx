import { Alert, Button, Input } from 'antd'
import { Fragment, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { newKey } from '../../api/newKey.ts'
import { ApiError } from '../../api/problem.ts'
import { useAccount } from '../../session/session.ts'
import { ActionButton } from '../../ui/ActionButton.tsx'
import { FileButton } from '../../ui/FileButton.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { ProblemAlert, useFaultWords } from '../../ui/ProblemAlert.tsx'
import { saveFile } from '../../ui/saveFile.ts'
import { useInviteAccounts } from './accountsApi.ts'
import { firstPassword } from './firstPassword.ts'
import { type Line, readPeople, textOf } from './invitedPeople.ts'
import './organisations.css'
import { type Choice, OrganisationSelect } from './OrganisationSelect.tsx'
import { useRoleNames } from './useRoleNames.ts'

const mostPeople = 50

/** Saved in a table it must not look like a formula. */
function plainlyBegun(): string {
  for (;;) {
    const password = firstPassword()
    if (/^[A-Za-z0-9]/.test(password)) return password
  }
}

/** A list of people gets its accounts at once: all of them, or none and what is wrong by line (U-11). */
export function Component() {
  const { t } = useTranslation('invite')
  const navigate = useNavigate()
  const own = useAccount().organisation
  const [organisation, setOrganisation] = useState<Choice>(own)
  const [text, setText] = useState('')
  const [key, setKey] = useState(newKey)
  const [issued, setIssued] = useState<{ line: Line; password: string }[]>([])
  const invite = useInviteAccounts()
  const lines = useMemo(() => readPeople(text), [text])
  const faults = useFaults(lines, organisation, invite.error)
  const { roleOf } = useRoleNames(organisation.tier)
  const wrong = faults.some(found => found.length > 0)
  const refusal =
    lines.length === 0 ? t('empty') : lines.length > mostPeople ? t('tooMany') : wrong ? t('hasFaults') : undefined

  const change = (next: string) => {
    setText(next)
    setKey(newKey())
    invite.reset()
  }
  const send = () => {
    const people = lines.map(line => ({ line, password: plainlyBegun() }))
    invite.mutate(
      {
        key,
        organisationId: organisation.id,
        people: people.map(({ line, password }) => ({
          userName: line.userName,
          displayName: line.displayName,
          roles: [roleOf(line.role)!],
          email: line.email || null,
          password,
        })),
      },
      { onSuccess: () => setIssued(people), onError: () => setKey(newKey()) },
    )
  }

  return (
    <>
      <PageHeader title={t('title')} note={t('note')} />
      {invite.data ? (
        <Issued
          people={issued}
          mailed={invite.data.mailed}
          onAgain={() => {
            setIssued([])
            change('')
          }}
        />
      ) : (
        <>
          <section className="panel" aria-labelledby="list">
            <h2 id="list">{t('list')}</h2>
            <label className="invite-field" htmlFor="organisation">
              {t('organisation')}
            </label>
            <OrganisationSelect
              id="organisation"
              value={organisation.id}
              onChange={() => undefined}
              onChoose={setOrganisation}
            />
            <ListField text={text} onChange={change} />
          </section>
          {lines.length > 0 && (
            <section className="panel" aria-labelledby="preview">
              <h2 id="preview">{t('preview')}</h2>
              <People lines={lines} faults={faults} />
            </section>
          )}
          <ProblemAlert error={invite.error} />
          <div className="form-actions">
            <ActionButton type="primary" loading={invite.isPending} {...(refusal ? { refusal } : {})} onClick={send}>
              {t('create', { count: lines.length })}
            </ActionButton>
            <Button onClick={() => navigate('/accounts')}>{t('ui:cancel')}</Button>
          </div>
        </>
      )}
    </>
  )
}

/** What can be told here at once, and what the server has found, line by line. */
function useFaults(lines: Line[], organisation: Choice, error: unknown): string[][] {
  const { t } = useTranslation('invite')
  const words = useFaultWords()
  const { roleOf, names } = useRoleNames(organisation.tier)
  const fields = error instanceof ApiError ? error.fields : {}
  return lines.map((line, index) => [
    ...(line.displayName ? [] : [t('nameMissing')]),
    ...(line.userName ? [] : [t('userNameMissing')]),
    ...(roleOf(line.role) ? [] : [t('roleUnknown', { role: line.role, roles: names.join(t('ui:comma')) })]),
    ...Object.entries(fields)
      .filter(([field]) => field.startsWith(`people[${index}].`))
      .flatMap(([, found]) => found.map(words)),
  ])
}

function ListField({ text, onChange }: { text: string; onChange: (text: string) => void }) {
  const { t } = useTranslation('invite')
  return (
    <>
      <label className="invite-field" htmlFor="people">
        {t('listNote')}
      </label>
      <Input.TextArea
        id="people"
        value={text}
        placeholder={t('listExample')}
        autoSize={{ minRows: 5, maxRows: 15 }}
        spellCheck={false}
        onChange={event => onChange(event.target.value)}
      />
      <div className="invite-file">
        <FileButton
          title={t('choose')}
          accept=".csv,.txt"
          onChoose={async chosen => onChange(textOf(await chosen.arrayBuffer()))}
        />
      </div>
    </>
  )
}

function People({ lines, faults }: { lines: Line[]; faults: string[][] }) {
  const { t } = useTranslation('invite')
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable by keyboard
    <section className="invite-table" aria-label={t('preview')} tabIndex={0}>
      <table>
        <thead>
          <tr>
            {(['row', 'name', 'userName', 'role', 'email'] as const).map(column => (
              <th key={column} scope="col">
                {t(column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line, index) => (
            <Fragment key={line.number}>
              <tr>
                <td className="number">{line.number}</td>
                <td>{line.displayName}</td>
                <td>{line.userName}</td>
                <td>{line.role}</td>
                <td>{line.email}</td>
              </tr>
              {faults[index]!.length > 0 && (
                <tr className="invite-wrong">
                  <td />
                  <td colSpan={4}>{faults[index]!.join('；')}</td>
                </tr>
              )}
            </Fragment>
          ))}
        </tbody>
      </table>
    </section>
  )
}

type IssuedProps = { people: { line: Line; password: string }[]; mailed: number; onAgain: () => void }

/** Shown this once: nobody can read the passwords again. */
function Issued({ people, mailed, onAgain }: IssuedProps) {
  const { t } = useTranslation('invite')
  const navigate = useNavigate()
  const save = () => {
    const rows = people.map(({ line, password }) => [line.displayName, line.userName, password])
    // A sign at the beginning would be taken for a formula; the apostrophe keeps it text.
    const cell = (text: string) => `"${(/^[=+\-@\t]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`
    const csv = [[t('name'), t('userName'), t('password')], ...rows].map(row => row.map(cell).join(',')).join('\r\n')
    saveFile(new Blob([`\uFEFF${csv}`], { type: 'text/csv' }), 'accounts.csv')
  }
  return (
    <section className="panel" aria-labelledby="issued">
      <h2 id="issued">{t('done', { count: people.length })}</h2>
      <Alert
        type="warning"
        showIcon
        title={t('doneText')}
        description={mailed > 0 ? t('mailed', { count: mailed }) : undefined}
      />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable by keyboard */}
      <section className="invite-table" aria-label={t('password')} tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('name')}</th>
              <th scope="col">{t('userName')}</th>
              <th scope="col">{t('password')}</th>
            </tr>
          </thead>
          <tbody>
            {people.map(({ line, password }) => (
              <tr key={line.number}>
                <td>{line.displayName}</td>
                <td>{line.userName}</td>
                <td>
                  <code>{password}</code>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <div className="form-actions">
        <Button type="primary" onClick={save}>
          {t('save')}
        </Button>
        <Button onClick={onAgain}>{t('again')}</Button>
        <Button onClick={() => navigate('/accounts')}>{t('close')}</Button>
      </div>
    </section>
  )
}
