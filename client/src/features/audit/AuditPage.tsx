import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Schema } from '../../api/client.ts'
import { type Column, DataTable } from '../../ui/DataTable.tsx'
import { DateText } from '../../ui/DateText.tsx'
import { SelectFilter } from '../../ui/filters.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { useListState } from '../../ui/useListState.ts'
import { type AuditedModule, auditedModules, auditTrail } from './api.ts'
import { auditedActions } from './auditedActions.ts'
import { Changes } from './Changes.tsx'

/** Who did what, when and why: nobody can change it, and those who may can search it. */
export function Component() {
  const { t } = useTranslation('audit')
  const list = useListState(['module', 'action', 'from', 'to'] as const, '-at')
  const module: AuditedModule = auditedModules.find(name => name === list.filters.module) ?? 'units'
  const { action, from, to } = list.filters
  const trail = useQuery(
    auditTrail(module, {
      page: list.page,
      size: list.size,
      action,
      from: from && startOf(from),
      to: to && startOf(to, 1),
    }),
  )

  const columns: Column<Schema<'AuditRow'>>[] = [
    { key: 'at', title: t('at'), narrow: true, always: true, render: row => <DateText at={row.at} /> },
    { key: 'who', title: t('who'), narrow: true, render: row => row.accountName },
    { key: 'action', title: t('action'), narrow: true, render: row => t(`action.${row.action}`) },
    { key: 'subject', title: t('subject'), narrow: true, render: row => <Subject row={row} /> },
    { key: 'why', title: t('why'), render: row => row.why },
    { key: 'changes', title: t('changes'), render: row => <Changes before={row.before} after={row.after} /> },
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
      <DataTable
        name="audit"
        caption={t('title')}
        columns={columns}
        rowKey={row => `${row.at}${row.subject}${row.action}`}
        list={list}
        query={trail}
        empty={{ title: t('empty.title'), text: t('empty.text') }}
        filters={
          <>
            <SelectFilter
              label={t('module')}
              value={module}
              options={auditedModules.map(name => ({ value: name, label: t(`module.${name}`) }))}
              onChange={name => list.filter({ module: name, action: undefined })}
            />
            <SelectFilter
              label={t('action')}
              value={action}
              options={auditedActions[module].map(name => ({ value: name, label: t(`action.${name}`) }))}
              onChange={name => list.filter({ action: name })}
            />
            <Day label={t('from')} value={from} onChange={day => list.filter({ from: day })} />
            <Day label={t('to')} value={to} onChange={day => list.filter({ to: day })} />
          </>
        }
      />
    </>
  )
}

function Subject({ row: { action, subject } }: { row: Schema<'AuditRow'> }) {
  const { t } = useTranslation('audit')
  const pages: Record<string, string> = { instrument: '/instruments', unit: '/units' }
  const page = pages[action.split('.')[0] ?? '']
  return page && !action.endsWith('.deleted') ? <Link to={`${page}/${subject}`}>{t('open')}</Link> : null
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
