import { DownloadOutlined } from '@ant-design/icons'
import { Alert, Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { useUrlState } from '../../../ui/useUrlState.ts'
import { type FaultGroup, faultsFileAddress, type Import } from './api.ts'
import type { ImportStep } from './ImportSteps.tsx'
import { MendTable } from './MendTable.tsx'
import { useTargets } from './targets.ts'
import { useFaultTexts } from './useFaultTexts.ts'

/** Mended once for all rows, in step 3: whose the list is, and what its amounts are in. */
const ofWholeColumn = new Set(['unit.missing', 'unit.unknown', 'money.unit-doubtful', 'money.too-large'])

type Props = { import: Import; onGo: (step: ImportStep) => void }

/** Step 4: all faults at once, grouped by cause; errors keep a row out, warnings want a look. */
export function FaultsStep({ import: list, onGo }: Props) {
  const { t } = useTranslation('imports')
  const [{ faultCode }, change] = useUrlState(['faultCode', 'page'] as const)
  const { counts } = list
  const faultGroups = byCode(list.faultGroups)
  const errors = faultGroups.filter(({ severity }) => severity === 'error')
  const warnings = faultGroups.filter(({ severity }) => severity === 'warning')
  const codes = new Set(faultGroups.map(({ code }) => code))
  const open = faultCode ?? errors[0]?.code ?? warnings[0]?.code
  const choose = (code: string) => change({ faultCode: code, page: undefined })

  return (
    <>
      <section className="panel" aria-labelledby="faults">
        <h2 id="faults">{t('faults.title')}</h2>
        {faultGroups.length === 0 ? (
          <Alert type="success" showIcon title={t('faults.none')} />
        ) : (
          <>
            <p>{t('faults.summary', { refuse: counts.refuse, warnings: counts.warnings, rows: counts.rows })}</p>
            <div className="fault-groups">
              <Groups severity="error" groups={errors} open={open} onOpen={choose} />
              <Groups severity="warning" groups={warnings} open={open} onOpen={choose} />
            </div>
          </>
        )}
        {faultGroups.some(({ code }) => ofWholeColumn.has(code)) && (
          <Alert
            type="info"
            showIcon
            title={t('faults.ofColumn')}
            action={
              <Button size="small" onClick={() => onGo('mapping')}>
                {t('faults.remap')}
              </Button>
            }
          />
        )}
        <div className="form-actions">
          <Button type="primary" onClick={() => onGo('confirm')}>
            {t('faults.next')}
          </Button>
          {faultGroups.length > 0 && (
            <Button icon={<DownloadOutlined aria-hidden />} href={faultsFileAddress(list.id)} download>
              {t('faults.download')}
            </Button>
          )}
        </div>
      </section>
      {open && (codes.has(open) || faultCode) && <MendTable key={open} import={list} faultCode={open} />}
    </>
  )
}

/** One cause may stand in several columns: it is one cause all the same. */
type Cause = FaultGroup & { columns: string[] }

function byCode(groups: FaultGroup[]): Cause[] {
  const causes = new Map<string, Cause>()
  for (const group of groups) {
    const known = causes.get(group.code)
    const columns = group.column ? [group.column] : []
    if (!known) causes.set(group.code, { ...group, columns })
    else {
      known.count += group.count
      known.columns.push(...columns)
      known.rows = [...new Set([...known.rows, ...group.rows])].sort((a, b) => a - b)
      known.recommendation = null
    }
  }
  return [...causes.values()]
}

type GroupsProps = {
  severity: 'error' | 'warning'
  groups: Cause[]
  open: string | undefined
  onOpen: (code: string) => void
}

function Groups({ severity, groups, open, onOpen }: GroupsProps) {
  const { t } = useTranslation('imports')
  const { name } = useTargets()
  const words = useFaultTexts()
  if (groups.length === 0) return null
  return (
    <section aria-label={t(`faults.${severity}`)}>
      <h3>{t(`faults.${severity}`)}</h3>
      <ul>
        {groups.map(group => (
          <li key={group.code}>
            <button
              type="button"
              className={`fault-group fault-${severity}`}
              aria-expanded={group.code === open}
              onClick={() => onOpen(group.code)}
            >
              <span className="fault-count number">{group.count.toLocaleString('en-US')}</span>
              <span>
                <strong>{words(group)}</strong>
                <span className="field-note">
                  {[
                    group.column
                      ? t('faults.column', { column: group.column })
                      : group.fieldKey && name(group.fieldKey),
                    t('faults.rows', {
                      rows: group.rows.slice(0, 5).join(t('comma')),
                      more: group.count > Math.min(5, group.rows.length) ? t('faults.more') : '',
                    }),
                    group.code,
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
                {group.recommendation && (
                  <span className="field-note">{t('faults.try', { text: group.recommendation })}</span>
                )}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
