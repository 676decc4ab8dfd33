import { Button, Dropdown } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { ActionButton } from '../../ui/ActionButton.tsx'
import { ProblemAlert } from '../../ui/ProblemAlert.tsx'
import { saveFile } from '../../ui/saveFile.ts'
import {
  allMatching,
  type BulkCommand,
  type BulkSetting,
  bulkLimit,
  type InstrumentQuery,
  type InstrumentRow,
  useExportChosen,
} from './api.ts'
import type { useSelectedRows } from './useSelectedRows.ts'

// Fetched with the first command: the list itself has no dialog.
const BulkDialog = lazy(() => import('./BulkDialog.tsx').then(({ BulkDialog }) => ({ default: BulkDialog })))
const BulkSettingDialog = lazy(() =>
  import('./BulkSettingDialog.tsx').then(page => ({ default: page.BulkSettingDialog })),
)
const EntrustDialog = lazy(() => import('./upkeep/EntrustDialog.tsx').then(page => ({ default: page.EntrustDialog })))

type Props = {
  commands: readonly BulkCommand[]
  settings?: readonly (keyof BulkSetting | 'entrust')[]
  /** Whether what is chosen may be taken out: as a spreadsheet, as labels. */
  takeOut?: boolean
  selected: ReturnType<typeof useSelectedRows<InstrumentRow>>
  query: InstrumentQuery
  total: number
}

/** Comes up with the first chosen row and says what can be done with all of them. */
export function BulkBar({ commands, settings = [], takeOut = false, selected, query, total }: Props) {
  const { t } = useTranslation('instruments')
  const [running, setRunning] = useState<{ command: BulkCommand; rows: InstrumentRow[] }>()
  const [setting, setSetting] = useState<{ setting: keyof BulkSetting | 'entrust'; rows: InstrumentRow[] }>()
  const [choosing, setChoosing] = useState(false)
  const [problem, setProblem] = useState<unknown>()
  const chosen = selected.rows.length

  const chooseAll = async () => {
    setChoosing(true)
    setProblem(undefined)
    try {
      selected.choose(await allMatching(query))
    } catch (error) {
      setProblem(error)
    } finally {
      setChoosing(false)
    }
  }

  const settled = (done: boolean) => {
    setSetting(undefined)
    if (done) selected.clear()
  }

  return (
    <>
      {chosen > 0 && (
        <section className="bulk-bar" aria-label={t('bulk.bar')}>
          <span role="status">{t('bulk.chosen', { count: chosen })}</span>
          {chosen < Math.min(total, bulkLimit) && (
            <Button type="link" loading={choosing} onClick={chooseAll}>
              {total > bulkLimit ? t('bulk.chooseFirst', { count: bulkLimit }) : t('bulk.chooseAll', { count: total })}
            </Button>
          )}
          <Button type="link" onClick={selected.clear}>
            {t('bulk.clear')}
          </Button>
          <ProblemAlert error={problem} />
          <span className="bulk-bar-commands">
            {takeOut && <TakeOut rows={selected.rows} onProblem={setProblem} />}
            {settings.map(each => (
              <Button
                key={each}
                disabled={chosen > bulkLimit}
                onClick={() => setSetting({ setting: each, rows: selected.rows })}
              >
                {t(`bulk.${each}`)}
              </Button>
            ))}
            {commands.map(command => (
              <Button
                key={command}
                type={command === 'withdraw' ? 'default' : 'primary'}
                disabled={chosen > bulkLimit}
                onClick={() => setRunning({ command, rows: selected.rows })}
              >
                {t(`bulk.${command}`)}
              </Button>
            ))}
          </span>
        </section>
      )}
      <Suspense>
        {setting && setting.setting !== 'entrust' && (
          <BulkSettingDialog setting={setting.setting} rows={setting.rows} onClose={settled} />
        )}
        {setting?.setting === 'entrust' && <EntrustDialog rows={setting.rows} onClose={settled} />}
        {running && (
          <BulkDialog
            {...running}
            onClose={done => {
              setRunning(undefined)
              if (done) selected.clear()
            }}
          />
        )}
      </Suspense>
    </>
  )
}

type TakeOutProps = { rows: InstrumentRow[]; onProblem: (problem: unknown) => void }

function TakeOut({ rows, onProblem }: TakeOutProps) {
  const { t } = useTranslation(['instruments', 'ui'])
  const navigate = useNavigate()
  const download = useExportChosen()
  // Whoever scans a label comes to the public page; only listed instruments have one.
  const listed = rows.filter(({ lifeCycle }) => lifeCycle === 'listed')
  const save = async (format: 'xlsx' | 'csv') => {
    onProblem(undefined)
    try {
      saveFile(await download.mutateAsync({ format, ids: rows.map(({ id }) => id) }), `instruments.${format}`)
    } catch (error) {
      onProblem(error)
    }
  }
  return (
    <>
      <Dropdown
        trigger={['click']}
        menu={{
          items: (['xlsx', 'csv'] as const).map(format => ({ key: format, label: t(`ui:export.${format}`) })),
          onClick: ({ key }) => save(key as 'xlsx' | 'csv'),
        }}
      >
        <Button loading={download.isPending}>{t('bulk.export')}</Button>
      </Dropdown>
      <ActionButton
        {...(listed.length === 0 ? { refusal: t('bulk.labels.none') } : {})}
        onClick={() => navigate('/instruments/labels?chosen=true', { state: listed })}
      >
        {t('bulk.labels')}
        {listed.length > 0 && listed.length < rows.length && ` (${listed.length})`}
      </ActionButton>
    </>
  )
}
