import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { can } from '../../session/session.ts'
import { DataTable } from '../../ui/DataTable.tsx'
import { SelectFilter } from '../../ui/filters.tsx'
import { ProblemAlert } from '../../ui/ProblemAlert.tsx'
import { useListState } from '../../ui/useListState.ts'
import {
  type AssetPackage,
  actionsOf,
  allOpen,
  type Finding,
  type FindingAction,
  type FindingKind,
  findings,
  settleLimit,
} from './api.ts'
import { LinkDialog } from './LinkDialog.tsx'
import { SettleDialog } from './SettleDialog.tsx'
import { useFindingColumns } from './useFindingColumns.tsx'

type Props = { package: AssetPackage; kind: FindingKind }
type Settling = { action: FindingAction; rows: Finding[] }

/** The differences of one kind, to be settled one by one or many at once. */
export function FindingsTable({ package: data, kind }: Props) {
  const { t } = useTranslation('assets')
  const list = useListState(['state'] as const, '')
  const { page, size, state } = list.query
  const rows = useQuery(findings(data.id, { kind, page, size, ...(state ? { state } : {}) }))
  const [settling, setSettling] = useState<Settling>()
  const [linking, setLinking] = useState<Finding>()
  const selected = useSelected(rows.data?.items)
  const refusal = refusalOf(data, t)
  const columns = useFindingColumns(kind, {
    refusal,
    onSettle: (action, row) => (action === 'link' ? setLinking(row) : setSettling({ action, rows: [row] })),
  })

  return (
    <>
      <DataTable
        name={`asset-findings-${kind}`}
        caption={t(`kind.${kind}`)}
        columns={columns}
        rowKey={({ id }) => id}
        list={list}
        query={rows}
        {...(refusal ? {} : { selection: selected.selection })}
        empty={{ title: t('findings.empty'), text: t('findings.emptyText') }}
        filters={
          <SelectFilter
            label={t('filter.state')}
            value={state}
            options={['open', 'done', 'dismissed', 'superseded'].map(value => ({
              value,
              label: t(`findingState.${value}`),
            }))}
            onChange={value => list.filter({ state: value })}
          />
        }
      />
      <SettleBar data={data} kind={kind} selected={selected} onSettle={setSettling} />
      {settling && (
        <SettleDialog
          {...settling}
          onClose={done => {
            setSettling(undefined)
            if (done) selected.clear()
          }}
        />
      )}
      {linking && <LinkDialog finding={linking} unitId={data.unitId} onClose={() => setLinking(undefined)} />}
    </>
  )
}

function refusalOf(data: AssetPackage, t: (key: string) => string): string | undefined {
  if (!can('instruments.edit')) return t('refusal.permission')
  if (data.state === 'compared') return t('refusal.compared')
  return data.newest ? undefined : t('page.outdated')
}

type BarProps = {
  data: AssetPackage
  kind: FindingKind
  selected: ReturnType<typeof useSelected>
  onSettle: (settling: Settling) => void
}

function SettleBar({ data, kind, selected, onSettle }: BarProps) {
  const { t } = useTranslation('assets')
  const [choosing, setChoosing] = useState(false)
  const [problem, setProblem] = useState<unknown>()
  const open = data.findings.find(each => each.kind === kind && each.state === 'open')?.count ?? 0
  const chosen = selected.rows.filter(({ state }) => state === 'open')
  if (selected.rows.length === 0) return null

  const chooseAll = async () => {
    setChoosing(true)
    setProblem(undefined)
    try {
      selected.choose(await allOpen(data.id, kind))
    } catch (error) {
      setProblem(error)
    } finally {
      setChoosing(false)
    }
  }
  // Of many at once only those with a suggestion can be linked; what the others stand for is chosen one by one.
  const suitable = (action: FindingAction) =>
    action === 'link' ? chosen.filter(({ suggestion }) => suggestion !== null) : chosen

  return (
    <section className="bulk-bar settle-bar" aria-label={t('bulk.bar')}>
      <span role="status">{t('bulk.chosen', { count: chosen.length })}</span>
      {chosen.length < Math.min(open, settleLimit) && (
        <Button type="link" loading={choosing} onClick={chooseAll}>
          {t('bulk.chooseAll', { count: Math.min(open, settleLimit) })}
        </Button>
      )}
      <Button type="link" onClick={selected.clear}>
        {t('bulk.clear')}
      </Button>
      <ProblemAlert error={problem} />
      <span className="bulk-bar-commands">
        {actionsOf[kind].map((action, index) => (
          <Button
            key={action}
            type={index === 0 ? 'primary' : 'default'}
            disabled={suitable(action).length === 0}
            onClick={() => onSettle({ action, rows: suitable(action) })}
          >
            {t(`action.${action}`)}
            {suitable(action).length < chosen.length && ` (${suitable(action).length})`}
          </Button>
        ))}
      </span>
    </section>
  )
}

/** Rows chosen across pages, each in the version it was shown in. */
function useSelected(shown: Finding[] | undefined) {
  const [rows, setRows] = useState<Finding[]>([])
  const keys = rows.map(({ id }) => id)
  return {
    rows,
    choose: setRows,
    clear: () => setRows([]),
    selection: {
      keys,
      onChange: (next: string[]) =>
        setRows(next.flatMap(key => shown?.find(({ id }) => id === key) ?? rows.find(({ id }) => id === key) ?? [])),
      label: (row: Finding) => row.name,
    },
  }
}
