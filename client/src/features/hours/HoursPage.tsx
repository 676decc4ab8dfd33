import { DownloadOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useCallback, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { Schema } from '../../api/client.ts'
import { can, useAccount } from '../../session/session.ts'
import { ActionButton } from '../../ui/ActionButton.tsx'
import { type Column, DataTable } from '../../ui/DataTable.tsx'
import { DateText } from '../../ui/DateText.tsx'
import { SearchFilter, SelectFilter } from '../../ui/filters.tsx'
import { LeaveGuard } from '../../ui/LeaveGuard.tsx'
import { notify } from '../../ui/notices.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { ProblemAlert } from '../../ui/ProblemAlert.tsx'
import { useListState } from '../../ui/useListState.ts'
import { type HoursRow, hoursTable, lastYear, useDeclareHours, years } from './api.ts'
import { type Draft, type Drafts, draftOf, type Field, faultOf, hoursOf, isBlock, paste, type } from './drafts.ts'
import './hours.css'

/** A year's hours of one unit's instruments, declared beside recorded, to fill in as in a spreadsheet. */
export function Component() {
  const { t } = useTranslation('hours')
  const navigate = useNavigate()
  const ownUnit = useAccount().organisation.tier === 'unit'
  const list = useListState(['search', 'missing', 'year', 'unitId'] as const, 'assetNumber')
  const year = Number(list.filters.year) || lastYear()
  const { missing, year: _year, ...others } = list.query
  const query = { ...others, year, missing: missing === undefined ? undefined : missing === 'true' }
  const hours = useQuery(hoursTable(query))
  const { data } = hours
  const mayEdit = can('instruments.edit') && ownUnit

  const [drafts, setDrafts] = useState<Drafts>(new Map())
  const [refused, setRefused] = useState<ReadonlyMap<string, string>>(new Map())
  const pending = useRef(drafts)
  pending.current = drafts
  const unsaved = useCallback(() => pending.current.size > 0, [])
  const declare = useDeclareHours()
  const faults = [...drafts.values()].filter(draft => faultOf(draft, year)).length
  const above = [...drafts.values()].filter(
    ({ row, effectiveHours }) => (hoursOf(effectiveHours) ?? 0) > row.ratedHours,
  ).length

  const save = async () => {
    const rows = [...drafts.values()].map(({ row, effectiveHours, externalHours }) => ({
      instrumentId: row.instrumentId,
      effectiveHours: hoursOf(effectiveHours) ?? null,
      externalHours: hoursOf(externalHours) ?? null,
      version: row.version,
    }))
    const outcomes: Schema<'DeclaredOutcome'>[] = []
    // As many at once as the server takes.
    for (let i = 0; i < rows.length; i += 500)
      outcomes.push(...(await declare.mutateAsync({ year, rows: rows.slice(i, i + 500) })).rows)
    const kept = new Map(drafts)
    for (const { id, done } of outcomes) if (done) kept.delete(id)
    setDrafts(kept)
    setRefused(new Map(outcomes.flatMap(({ id, code }) => (code ? [[id, code] as const] : []))))
    notify(t('saved', { count: outcomes.filter(({ done }) => done).length }))
  }
  const throwAway = () => {
    setDrafts(new Map())
    setRefused(new Map())
  }

  return (
    <>
      <PageHeader
        title={ownUnit ? t('title') : t('titleOf', { unit: data?.unitName ?? '' })}
        note={t('note')}
        actions={
          <>
            {!ownUnit && <Button onClick={() => navigate(`/hours/units?year=${year}`)}>{t('units.title')}</Button>}
            {mayEdit && <Button onClick={() => navigate(`/hours/import?year=${year}`)}>{t('import.open')}</Button>}
          </>
        }
      />
      {data && (
        <p className="hours-tally" role="status">
          {t('tally', {
            year: data.year,
            instruments: data.instruments,
            declared: data.declared,
            missing: data.instruments - data.declared,
          })}
        </p>
      )}
      <LeaveGuard unsaved={unsaved} />
      <DataTable
        name="hours"
        caption={t('title')}
        columns={useColumns({
          mayEdit,
          year,
          drafts,
          refused,
          onType: (row, field, text) => setDrafts(now => type(now, row, field, text)),
          onPaste: (row, field, text) => setDrafts(now => paste(now, data?.items ?? [], row, field, text)),
        })}
        rowKey={({ instrumentId }) => instrumentId}
        list={list}
        query={hours}
        empty={{ title: t('empty.title'), text: t('empty.text') }}
        actions={
          <Button
            icon={<DownloadOutlined aria-hidden />}
            href={`/api/sharing/hours/export?year=${year}${list.filters.unitId ? `&unitId=${list.filters.unitId}` : ''}`}
            download
          >
            {t('export')}
          </Button>
        }
        filters={
          <>
            <SearchFilter
              label={t('filter.search')}
              value={list.filters.search}
              onChange={search => list.filter({ search })}
            />
            <SelectFilter
              label={t('year')}
              value={String(year)}
              options={years().map(value => ({ value, label: t('yearOf', { year: value }) }))}
              onChange={value => {
                throwAway()
                list.filter({ year: value })
              }}
            />
            <SelectFilter
              label={t('state')}
              value={list.filters.missing}
              options={[
                { value: 'true', label: t('missing') },
                { value: 'false', label: t('declared') },
              ]}
              onChange={value => list.filter({ missing: value })}
            />
          </>
        }
      />
      {mayEdit && (drafts.size > 0 || declare.error) && (
        <div className="hours-bar">
          <ProblemAlert error={declare.error} />
          <span role="status">
            {t('unsaved', { count: drafts.size })} {above > 0 && t('aboveRated', { count: above })}
          </span>
          <Button onClick={throwAway}>{t('discard')}</Button>
          <ActionButton
            type="primary"
            loading={declare.isPending}
            {...(faults > 0 ? { refusal: t('hasFaults', { count: faults }) } : {})}
            onClick={() => save().catch(() => undefined)}
          >
            {t('save', { count: drafts.size })}
          </ActionButton>
        </div>
      )}
    </>
  )
}

type Grid = {
  mayEdit: boolean
  year: number
  drafts: Drafts
  refused: ReadonlyMap<string, string>
  onType: (row: HoursRow, field: Field, text: string) => void
  onPaste: (row: HoursRow, field: Field, text: string) => void
}

function useColumns(grid: Grid): Column<HoursRow>[] {
  const { t } = useTranslation('hours')
  const figure = (value: number | null | undefined) => <span className="number">{value?.toLocaleString()}</span>
  const cell = (field: Field): Column<HoursRow> => ({
    key: field,
    title: t(field),
    align: 'right',
    narrow: true,
    render: row => (grid.mayEdit ? <Cell grid={grid} row={row} field={field} /> : figure(row.declared?.[field])),
  })
  return [
    {
      key: 'name',
      title: t('name'),
      sort: 'name',
      always: true,
      render: ({ name, model }) => (
        <>
          {name}
          {model && <div className="field-note">{model}</div>}
        </>
      ),
    },
    {
      key: 'assetNumber',
      title: t('assetNumber'),
      sort: 'assetNumber',
      narrow: true,
      render: row => <span className="number">{row.assetNumber}</span>,
    },
    { key: 'ratedHours', title: t('ratedHours'), align: 'right', narrow: true, render: row => figure(row.ratedHours) },
    {
      key: 'lastYear',
      title: t('lastYear', { year: grid.year - 1 }),
      align: 'right',
      narrow: true,
      render: ({ lastYear: before }) => before && figures(before),
    },
    cell('effectiveHours'),
    cell('externalHours'),
    {
      key: 'recorded',
      title: t('recorded'),
      align: 'right',
      narrow: true,
      render: ({ recorded }) => (recorded ? figures(recorded) : <span className="absent">{t('notRecorded')}</span>),
    },
    { key: 'counts', title: t('counts'), narrow: true, render: row => t(`counts.${row.counts}`) },
    {
      key: 'at',
      title: t('at'),
      narrow: true,
      hidden: true,
      render: row =>
        row.at && (
          <>
            <DateText at={row.at} />
            <div className="field-note">{row.by || t('withRecord')}</div>
          </>
        ),
    },
    { key: 'state', title: t('remark'), render: row => <Remark grid={grid} row={row} /> },
  ]
}

const figures = ({ effectiveHours, externalHours }: Schema<'UsageFigure'>) => (
  <span className="number">
    {effectiveHours?.toLocaleString() ?? '—'} / {externalHours?.toLocaleString() ?? '—'}
  </span>
)

function Cell({ grid, row, field }: { grid: Grid; row: HoursRow; field: Field }) {
  const { t } = useTranslation('hours')
  const draft = draftOf(grid.drafts, row)
  return (
    <Input
      className={grid.drafts.has(row.instrumentId) ? 'hours-cell hours-changed' : 'hours-cell'}
      inputMode="decimal"
      aria-label={t('cell', { name: row.name, number: row.assetNumber ?? '', field: t(field) })}
      value={draft[field]}
      {...(faultOf(draft, grid.year) ? { status: 'error' as const } : {})}
      onChange={event => grid.onType(row, field, event.target.value)}
      onPaste={event => {
        const text = event.clipboardData.getData('text')
        if (!isBlock(text)) return
        event.preventDefault()
        grid.onPaste(row, field, text)
      }}
    />
  )
}

function Remark({ grid, row }: { grid: Grid; row: HoursRow }) {
  const { t } = useTranslation('hours')
  const draft: Draft | undefined = grid.drafts.get(row.instrumentId)
  const fault = draft ? (faultOf(draft, grid.year) ?? grid.refused.get(row.instrumentId)) : undefined
  const hours = draft ? hoursOf(draft.effectiveHours) : row.declared?.effectiveHours
  if (fault) return <span className="hours-fault">{t(`fault.${fault}`)}</span>
  if ((hours ?? 0) > row.ratedHours) return <span className="tag tag-waiting">{t('above')}</span>
  if (!row.declared && !draft) return <span className="tag">{t('missing')}</span>
  return draft && <span className="field-note">{t('changed')}</span>
}
