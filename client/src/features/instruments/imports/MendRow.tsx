import { Button, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useProblemWords } from '../../../ui/ProblemAlert.tsx'
import { type Fault, type Import, type Row, useMendRow } from './api.ts'
import { useTargets } from './targets.ts'
import { useFaultTexts } from './useFaultTexts.ts'

type Props = { row: Row; import: Import; faultCode: string }

/** One row of the list: the faulty cells as inputs, the rest on demand; what was mended stays where it was. */
export function MendRow({ row: found, import: list, faultCode }: Props) {
  const { t } = useTranslation('imports')
  const { name } = useTargets()
  const words = useFaultTexts()
  const problemWords = useProblemWords()
  const [mended, setMended] = useState<Row>()
  const [typed, setTyped] = useState<Record<string, string>>({})
  const [whole, setWhole] = useState(false)
  const mend = useMendRow(list.id)
  const row = mended ?? found
  const skipped = row.outcome === 'skipped'

  const faulty = [...new Set(found.faults.flatMap(({ fieldKey }) => fieldKey ?? []))]
  const mapped = list.columns.flatMap(({ fieldKey }) => (fieldKey && fieldKey !== '-' ? [fieldKey] : []))
  const shown = whole ? [...new Set([...faulty, ...mapped])] : faulty
  const faultOf = (key: string): Fault | undefined =>
    row.faults.find(fault => fault.fieldKey === key && fault.code === faultCode) ??
    row.faults.find(fault => fault.fieldKey === key)
  const textOf = (key: string) => typed[key] ?? row.values[key] ?? ''
  const general = row.faults.filter(({ fieldKey }) => fieldKey === null)

  const send = async (skip: boolean, values = typed) => {
    const answer = await mend.mutateAsync({ number: row.number, values, skip, version: list.version })
    setMended(answer.row)
    setTyped({})
  }
  const save = (skip: boolean, values?: Record<string, string>) => {
    send(skip, values).catch(() => undefined)
  }

  return (
    <tr className={row.outcome === 'refuse' ? 'row-refused' : skipped ? 'row-skipped' : undefined}>
      <td className="number">{t('row', { number: row.number })}</td>
      <td>
        {row.values.nameZh || t('mend.unnamed')}
        <div className="field-note">
          {[row.values.assetNumber, row.values.model, row.unitName].filter(Boolean).join(' · ')}
        </div>
        {mended && (
          <span className={row.outcome === 'refuse' ? 'tag tag-bad' : 'tag tag-good'} role="status">
            {t(`mend.now.${row.outcome}`)}
          </span>
        )}
      </td>
      <td>
        {general.map(fault => (
          <p key={fault.code} className={`cell-fault cell-${fault.severity}`}>
            {words(fault)} {fault.content && <q>{fault.content}</q>}
          </p>
        ))}
        <div className="cells">
          {shown.map(key => {
            const fault = faultOf(key)
            const id = `cell-${row.number}-${key}`
            return (
              <div key={key} className="cell">
                <label htmlFor={id}>{name(key)}</label>
                <Input
                  id={id}
                  size="small"
                  disabled={skipped}
                  status={fault?.severity === 'error' ? 'error' : fault ? 'warning' : ''}
                  aria-describedby={fault ? `${id}-fault` : undefined}
                  value={textOf(key)}
                  onChange={event => setTyped({ ...typed, [key]: event.target.value })}
                  onPressEnter={() => save(false)}
                />
                {fault && (
                  <div id={`${id}-fault`} className={`cell-fault cell-${fault.severity}`}>
                    {words(fault)}
                    {fault.recommendation && !skipped && (
                      <Button
                        size="small"
                        type="link"
                        onClick={() => save(false, { ...typed, [key]: fault.recommendation! })}
                      >
                        {t('mend.use', { text: fault.recommendation })}
                      </Button>
                    )}
                  </div>
                )}
              </div>
            )
          })}
        </div>
        {mend.error && (
          <p role="alert" className="cell-fault cell-error">
            {problemWords(mend.error)}
          </p>
        )}
      </td>
      <td className="mend-actions">
        {!skipped && (
          <Button
            size="small"
            type="primary"
            disabled={Object.keys(typed).length === 0}
            loading={mend.isPending}
            onClick={() => save(false)}
          >
            {t('mend.save')}
          </Button>
        )}
        <Button size="small" onClick={() => save(!skipped, {})}>
          {t(skipped ? 'mend.takeIn' : 'mend.skip')}
        </Button>
        <Button size="small" type="link" onClick={() => setWhole(!whole)}>
          {t(whole ? 'mend.lessCells' : 'mend.allCells')}
        </Button>
      </td>
    </tr>
  )
}
