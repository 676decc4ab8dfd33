import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { can } from '../../session/session.ts'
import { type Column, DataTable } from '../../ui/DataTable.tsx'
import { DateText } from '../../ui/DateText.tsx'
import { searchOf } from '../../ui/ExportMenu.tsx'
import { SearchFilter, SelectFilter } from '../../ui/filters.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { useListState } from '../../ui/useListState.ts'
import { type AuditedModule, type AuditLine, auditedModules, auditTrail } from './api.ts'
import { auditedActions } from './auditedActions.ts'
import { differencesOf } from './differences.ts'
import { useActionWords } from './useActionWords.ts'
import { VerificationPanel } from './VerificationPanel.tsx'
import './audit.css'

const EntryDrawer = lazy(() => import('./EntryDrawer.tsx').then(({ EntryDrawer }) => ({ default: EntryDrawer })))

/** Who did what, when and why: nobody can change it, and those who may can search, export and verify it. */
export function Component() {
  const { t } = useTranslation('audit')
  const words = useActionWords()
  const list = useListState(['module', 'who', 'action', 'subject', 'from', 'to'] as const, '-at')
  const [opened, setOpened] = useState<AuditLine>()
  const module: AuditedModule = auditedModules.find(name => name === list.filters.module) ?? 'units'
  const { who, action, subject, from, to } = list.filters
  const filter = { who, action, subject, from: from && startOf(from), to: to && startOf(to, 1) }
  const trail = useQuery(auditTrail(module, { page: list.page, size: list.size, ...filter }))

  const columns: Column<AuditLine>[] = [
    {
      key: 'action',
      title: t('action'),
      always: true,
      render: row => (
        <button type="button" className="link" onClick={() => setOpened(row)}>
          {words(row.action)}
        </button>
      ),
    },
    { key: 'at', title: t('at'), narrow: true, render: row => <DateText at={row.at} /> },
    { key: 'who', title: t('who'), narrow: true, render: row => row.accountName },
    { key: 'subject', title: t('subject'), narrow: true, render: row => <Subject row={row} /> },
    { key: 'why', title: t('why'), render: row => row.why },
    { key: 'changes', title: t('changes'), narrow: true, render: row => <Count row={row} /> },
    {
      key: 'sealedAs',
      title: t('sealedAs'),
      narrow: true,
      align: 'right',
      hidden: true,
      render: row => row.sealedAs ?? t('notSealed'),
    },
  ]

  return (
    <>
      <PageHeader title={t('title')} note={t('note')} />
      {can('operations.read') && <VerificationPanel module={module} />}
      <DataTable
        name="audit"
        caption={t('title')}
        columns={columns}
        rowKey={row => String(row.sequence)}
        list={list}
        query={trail}
        empty={{ title: t('empty.title'), text: t('empty.text') }}
        actions={
          <Button href={`/api/${module}/audit/export?${searchOf(filter)}`} download disabled={!trail.data?.total}>
            {t('export')}
          </Button>
        }
        filters={
          <>
            <SelectFilter
              label={t('module')}
              value={module}
              options={auditedModules.map(name => ({ value: name, label: t(`module.${name}`) }))}
              onChange={name => list.filter({ module: name, action: undefined, subject: undefined })}
            />
            <SearchFilter label={t('who')} value={who} onChange={text => list.filter({ who: text })} />
            <SelectFilter
              label={t('action')}
              value={action}
              options={auditedActions[module].map(name => ({ value: name, label: words(name) }))}
              onChange={name => list.filter({ action: name })}
            />
            <Day label={t('from')} value={from} onChange={day => list.filter({ from: day })} />
            <Day label={t('to')} value={to} onChange={day => list.filter({ to: day })} />
            {subject && <Button onClick={() => list.filter({ subject: undefined })}>{t('oneSubject')} ×</Button>}
          </>
        }
      />
      <Suspense>
        {opened && (
          <EntryDrawer
            line={opened}
            onClose={() => setOpened(undefined)}
            onSubject={id => {
              setOpened(undefined)
              list.filter({ subject: id })
            }}
          />
        )}
      </Suspense>
    </>
  )
}

function Subject({ row: { action, subject } }: { row: AuditLine }) {
  const { t } = useTranslation('audit')
  const pages: Record<string, string> = { instrument: '/instruments', unit: '/units', import: '/instruments/imports' }
  const page = pages[action.split('.')[0] ?? '']
  return page && !action.endsWith('.deleted') ? <Link to={`${page}/${subject}`}>{t('open')}</Link> : null
}

function Count({ row }: { row: AuditLine }) {
  const { t } = useTranslation('audit')
  const changed = differencesOf(row.before, row.after).filter(each => each.changed).length
  return changed > 0 ? t('changed', { count: changed }) : null
}

type DayProps = { label: string; value: string | undefined; onChange: (day: string | undefined) => void }

function Day({ label, value, onChange }: DayProps) {
  return (
    <label className="day-filter">
      {label}
      <input type="date" value={value ?? ''} onChange={event => onChange(event.target.value || undefined)} />
    </label>
  )
}

/** The first moment of a day in the region's time, or of a day after it. */
function startOf(day: string, daysLater = 0): string {
  const midnight = new Date(`${day}T00:00:00+08:00`)
  midnight.setUTCDate(midnight.getUTCDate() + daysLater)
  return midnight.toISOString()
}
