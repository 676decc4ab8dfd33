import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import dayjs from 'dayjs'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { can, useAccount } from '../../session/session.ts'
import { type Column, DataTable } from '../../ui/DataTable.tsx'
import { DateText } from '../../ui/DateText.tsx'
import { ExportMenu } from '../../ui/ExportMenu.tsx'
import { SearchFilter, SelectFilter } from '../../ui/filters.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { useListState } from '../../ui/useListState.ts'
import { type Grade, gradeList, grades, standings } from './api.ts'
import { type GradeAct, GradeDrawer } from './GradeDrawer.tsx'
import './grades.css'

const gradeTags: Record<Grade['grade'], string> = {
  excellent: 'tag tag-good',
  good: 'tag tag-good',
  qualified: 'tag',
  unqualified: 'tag tag-bad',
}
const standingTags: Record<Grade['standing'], string> = {
  counts: 'tag',
  rectifying: 'tag tag-waiting',
  overdue: 'tag tag-bad',
  withdrawn: 'tag',
}

/** How units were graded (IM 23), and what follows from it; the region enters it from the published documents. */
export function Component() {
  const { t } = useTranslation('grades')
  const ownUnit = useAccount()?.organisation.tier === 'unit'
  const manages = can('grades.manage')
  const [act, setAct] = useState<GradeAct>()
  const list = useListState(['search', 'year', 'grade', 'standing'] as const, '-year')
  const { year, grade, standing, ...rest } = list.query
  const query = {
    ...rest,
    year: year ? Number(year) : undefined,
    grade: grade as Grade['grade'] | undefined,
    standing: standing as Grade['standing'] | undefined,
  }
  const rows = useQuery(gradeList(query))
  const years = Array.from({ length: 10 }, (_, back) => String(dayjs().year() - 1 - back))

  const columns: Column<Grade>[] = [
    {
      key: 'unit',
      title: t('unit'),
      sort: 'unitName',
      always: true,
      render: ({ unitId, unitName }) => <Link to={`/units/${unitId}`}>{unitName}</Link>,
    },
    { key: 'year', title: t('year'), sort: 'year', narrow: true, render: row => row.year },
    {
      key: 'grade',
      title: t('grade'),
      narrow: true,
      render: row => <span className={gradeTags[row.grade]}>{t(`grade.${row.grade}`)}</span>,
    },
    { key: 'standing', title: t('standing'), render: row => <Standing grade={row} /> },
    { key: 'document', title: t('source'), render: row => `${row.decidedBy} ${row.document}` },
    {
      key: 'decidedOn',
      title: t('decidedOn'),
      sort: 'decidedOn',
      narrow: true,
      render: row => <DateText at={row.decidedOn} />,
    },
    {
      key: 'rectifyBy',
      title: t('rectifyBy'),
      sort: 'rectifyBy',
      narrow: true,
      render: row => (row.rectifyBy ? <DateText at={row.rectifyBy} /> : <span className="absent">—</span>),
    },
    ...(manages ? [{ key: 'actions', title: t('actions'), render: (row: Grade) => actions(row) }] : []),
  ]

  const actions = (row: Grade) =>
    row.standing !== 'withdrawn' && (
      <div className="grade-actions">
        <Button size="small" onClick={() => setAct({ kind: 'correct', grade: row })}>
          {t('correct')}
        </Button>
        {row.rectifyBy && !row.rectifiedOn && (
          <Button size="small" onClick={() => setAct({ kind: 'accept', grade: row })}>
            {t('accept')}
          </Button>
        )}
        <Button size="small" onClick={() => setAct({ kind: 'withdraw', grade: row })}>
          {t('withdraw')}
        </Button>
      </div>
    )

  return (
    <>
      <PageHeader
        title={t('title')}
        note={t(ownUnit ? 'noteOwn' : 'note')}
        actions={
          manages && (
            <Button type="primary" onClick={() => setAct({ kind: 'enter' })}>
              {t('enter')}
            </Button>
          )
        }
      />
      <DataTable
        name="grades"
        caption={t('title')}
        columns={columns}
        rowKey={({ id }) => id}
        list={list}
        query={rows}
        empty={{ title: t('empty'), text: t('emptyText') }}
        actions={<ExportMenu address="/api/evaluation/grades/export" query={query} total={rows.data?.total ?? 0} />}
        filters={
          <>
            <SearchFilter
              label={t('search')}
              value={list.filters.search}
              onChange={search => list.filter({ search })}
            />
            <SelectFilter
              label={t('year')}
              value={year}
              options={years.map(value => ({ value, label: t('year.value', { year: value }) }))}
              onChange={value => list.filter({ year: value })}
            />
            <SelectFilter
              label={t('grade')}
              value={grade}
              options={grades.map(value => ({ value, label: t(`grade.${value}`) }))}
              onChange={value => list.filter({ grade: value })}
            />
            <SelectFilter
              label={t('standing')}
              value={standing}
              options={standings.map(value => ({ value, label: t(`standing.${value}`) }))}
              onChange={value => list.filter({ standing: value })}
            />
          </>
        }
      />
      <GradeDrawer act={act} onDone={() => setAct(undefined)} />
    </>
  )
}

function Standing({ grade }: { grade: Grade }) {
  const { t } = useTranslation('grades')
  return (
    <>
      <span className={standingTags[grade.standing]}>{t(`standing.${grade.standing}`)}</span>{' '}
      {grade.restricted && <span className="tag tag-bad">{t('restricted')}</span>}
      {grade.rectifiedOn && (
        <span className="grade-note" title={grade.rectifiedNote}>
          {t('rectifiedOn', { day: grade.rectifiedOn })} · {grade.rectifiedNote}
        </span>
      )}
      {grade.standing === 'withdrawn' && (
        <span className="grade-note">{t('withdrawReason', { reason: grade.withdrawReason })}</span>
      )}
    </>
  )
}
