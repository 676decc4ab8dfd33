import { useSuspenseQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { DateText } from '../../../ui/DateText.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { type InstrumentRecord, instrument } from '../api.ts'
import { FieldValue } from '../FieldValue.tsx'
import { useFields } from '../useFields.ts'
import '../../../ui/print.css'

export { loader } from './InstrumentPage.tsx'

/** The record on A4, with the seal box and the date line an official file wants. */
export function Component() {
  const { t } = useTranslation('instruments')
  const { data } = useSuspenseQuery(instrument(useParams().instrumentId!))
  const { groups, nameOf } = useFields()
  const read = (key: string) => data.record[key as keyof InstrumentRecord]

  return (
    <>
      <PageHeader
        title={t('print.title')}
        note={t('print.note')}
        actions={
          <Button type="primary" onClick={() => window.print()}>
            {t('action.print')}
          </Button>
        }
      />
      <article className="sheet">
        <h2>{t('print.heading')}</h2>
        <p className="sheet-head">
          <span>{t('print.unit', { unit: data.unitName })}</span>
          <span>{t('print.state', { state: t(`lifeCycle.${data.lifeCycle}`), version: data.version })}</span>
        </p>
        <table>
          {groups
            .filter(({ group }) => group !== 'customs' || data.record.customsSupervised)
            .map(({ group, fields }) => (
              <tbody key={group}>
                <tr>
                  <th className="sheet-group" scope="rowgroup" colSpan={4}>
                    {t(`group.${group}`)}
                  </th>
                </tr>
                {pairs(fields).map(pair => (
                  <tr key={pair[0]!.key}>
                    {pair.map(field => [
                      <th key={`${field.key}-name`} scope="row">
                        {nameOf(field)}
                      </th>,
                      <td key={field.key} colSpan={pair.length === 1 ? 3 : 1}>
                        <FieldValue field={field} value={read(field.key)} />
                      </td>,
                    ])}
                  </tr>
                ))}
              </tbody>
            ))}
        </table>
        <footer className="sheet-foot">
          <div className="sheet-seal">{t('print.seal')}</div>
          <div>
            <p>{t('print.filler')}</p>
            <p>{t('print.leader')}</p>
            <p>{t('print.date')}</p>
          </div>
          <p className="sheet-printed">
            {t('print.asOf')} <DateText at={data.updatedAt} />
          </p>
        </footer>
      </article>
    </>
  )
}

/** Two short fields share a row, a long one has its own. */
function pairs<Each extends { kind: string }>(fields: Each[]): Each[][] {
  const rows: Each[][] = []
  for (const field of fields) {
    const last = rows.at(-1)
    const long = (each: Each) => each.kind === 'longText' || each.kind === 'classCode'
    if (last?.length === 1 && !long(last[0]!) && !long(field)) last.push(field)
    else rows.push([field])
  }
  return rows
}
