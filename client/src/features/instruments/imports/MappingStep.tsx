import { Alert, Button, InputNumber, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAccount } from '../../../session/session.ts'
import { ProblemAlert } from '../../../ui/ProblemAlert.tsx'
import { UnitFilter } from '../registry/UnitFilter.tsx'
import { useFields } from '../useFields.ts'
import { type Import, useMapColumns } from './api.ts'
import { ColumnTable } from './ColumnTable.tsx'
import type { ImportStep } from './ImportSteps.tsx'

type Props = { import: Import; onGo: (step: ImportStep) => void }

/** Step 3: which column is what. The guess is shown with its reason, corrected, and remembered for the next list with this header. */
export function MappingStep({ import: list, onGo }: Props) {
  const { t } = useTranslation('imports')
  const { label } = useFields()
  const ownUnit = useAccount().organisation.tier === 'unit'
  const [columns, setColumns] = useState(list.columns)
  const [sheet, setSheet] = useState(list.sheet)
  const [header, setHeader] = useState({ first: list.headerFirst, last: list.headerLast })
  const [unitId, setUnitId] = useState(list.unitId)
  const [hoursYear, setHoursYear] = useState(list.hoursYear)
  const map = useMapColumns(list.id)

  // Another sheet or another header has other columns: the server looks at them afresh.
  const elsewhere = sheet !== list.sheet || header.first !== list.headerFirst || header.last !== list.headerLast
  const changed =
    elsewhere ||
    columns !== list.columns ||
    unitId !== list.unitId ||
    hoursYear !== list.hoursYear ||
    list.state === 'failed' ||
    list.state === 'cancelled'
  const twice = doubled(columns.map(({ fieldKey }) => fieldKey))
  const hours = columns.some(({ fieldKey }) => fieldKey === 'annualHours' || fieldKey === 'externalHours')
  const yearGiven = columns.some(({ fieldKey }) => fieldKey === 'hoursYear')
  const given = new Set(columns.map(({ fieldKey }) => fieldKey))
  const missing = list.missingFields.filter(key => !given.has(key))

  const send = async () => {
    await map.mutateAsync({
      sheet,
      headerFirst: header.first,
      headerLast: header.last,
      columns: elsewhere ? [] : columns.map(({ index, fieldKey, moneyUnit }) => ({ index, fieldKey, moneyUnit })),
      unitId,
      hoursYear,
      version: list.version,
    })
    onGo(elsewhere ? 'mapping' : 'faults')
  }

  return (
    <section className="panel" aria-labelledby="mapping">
      <h2 id="mapping">{t('mapping.title')}</h2>
      <p className="field-note">{t(list.remembered ? 'mapping.remembered' : 'mapping.guessed')}</p>
      <div className="mapping-where">
        {list.sheets.length > 1 && (
          <div className="labelled">
            <span id="sheet">{t('mapping.sheet')}</span>
            <Select
              aria-labelledby="sheet"
              value={sheet}
              popupMatchSelectWidth={false}
              options={list.sheets.map(({ name, rows, hidden }) => ({
                value: name,
                label: t(hidden ? 'mapping.sheetHidden' : 'mapping.sheetRows', { name, rows }),
              }))}
              onChange={setSheet}
            />
          </div>
        )}
        <div className="labelled">
          <span id="header">{t('mapping.header')}</span>
          <span className="mapping-header">
            <InputNumber
              aria-label={t('mapping.headerFirst')}
              min={0}
              value={header.first}
              onChange={first => setHeader({ ...header, first: first ?? 0 })}
            />
            {t('mapping.to')}
            <InputNumber
              aria-label={t('mapping.headerLast')}
              min={header.first}
              value={header.last}
              onChange={last => setHeader({ ...header, last: last ?? header.first })}
            />
          </span>
        </div>
        {!ownUnit && (
          <div className="labelled">
            <span>{t('mapping.unit')}</span>
            <UnitFilter
              label={t('mapping.unitEach')}
              className="mapping-unit"
              value={unitId ?? undefined}
              onChange={chosen => setUnitId(chosen ?? null)}
            />
          </div>
        )}
        {hours && !yearGiven && (
          <div className="labelled">
            <span id="year">{t('mapping.hoursYear')}</span>
            <InputNumber
              aria-labelledby="year"
              min={1990}
              max={2100}
              controls={false}
              value={hoursYear}
              onChange={setHoursYear}
            />
          </div>
        )}
      </div>
      {elsewhere ? (
        <Alert type="info" showIcon title={t('mapping.elsewhere')} />
      ) : (
        <>
          {missing.length > 0 && (
            <Alert
              type="warning"
              showIcon
              title={t('mapping.missing', { fields: missing.map(label).join(t('comma')) })}
            />
          )}
          {twice.length > 0 && (
            <Alert type="error" showIcon title={t('mapping.twice', { fields: twice.map(label).join(t('comma')) })} />
          )}
          <ColumnTable columns={columns} onChange={setColumns} />
        </>
      )}
      <ProblemAlert error={map.error} />
      <div className="form-actions">
        <Button
          type="primary"
          disabled={twice.length > 0 && !elsewhere}
          loading={map.isPending}
          onClick={() => (changed ? send().catch(() => undefined) : onGo('faults'))}
        >
          {t(elsewhere ? 'mapping.look' : changed ? 'mapping.check' : 'mapping.next')}
        </Button>
      </div>
    </section>
  )
}

const doubled = (keys: (string | null)[]) => [
  ...new Set(
    keys.filter((key): key is string => key !== null && key !== '-' && keys.indexOf(key) !== keys.lastIndexOf(key)),
  ),
]
