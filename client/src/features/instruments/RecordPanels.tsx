import { PushpinOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { FieldChange, Remark } from './api.ts'
import { FieldValue } from './FieldValue.tsx'
import { type Field, useFields } from './useFields.ts'

type Props = {
  record: object
  remarks?: Remark[]
  /** What is different from what the reader saw last: marked, with the old value. */
  changes?: FieldChange[]
  /** Fields that are empty though something demands them. */
  missing?: string[]
  /** Offers to pin a remark to each field. */
  onPin?: (field: string) => void
}

/** The whole record in its groups. */
export function RecordPanels({ record, ...marks }: Props) {
  const { t } = useTranslation('instruments')
  const { groups } = useFields()
  return groups.map(({ group, fields }) => {
    const shown = fields.filter(field => applies(field, record))
    return (
      <section key={group} className="panel record-group" aria-labelledby={`group-${group}`}>
        <h2 id={`group-${group}`}>{t(`group.${group}`)}</h2>
        <dl className="facts">
          {shown.map(field => (
            <RecordFact key={field.key} field={field} value={entered(record, field.key)} {...marks} />
          ))}
        </dl>
      </section>
    )
  })
}

const entered = (record: object, key: string) => (record as Record<string, unknown>)[key]

/** The customs form is part of the record only while customs supervise the instrument (I-3). */
function applies(field: Field, record: object) {
  return (
    field.group !== 'customs' ||
    field.key === 'customsSupervised' ||
    entered(record, 'customsSupervised') === true ||
    Boolean(entered(record, field.key))
  )
}

type FactProps = Omit<Props, 'record'> & { field: Field; value: unknown }

function RecordFact({ field, value, remarks, changes, missing, onPin }: FactProps) {
  const { t } = useTranslation('instruments')
  const { nameOf } = useFields()
  const name = nameOf(field)
  const change = changes?.find(each => each.field === field.key)
  const pinned = remarks?.filter(remark => remark.field === field.key) ?? []
  const wide = field.kind === 'longText' || field.kind === 'classCode'
  return (
    <div className={['fact', wide && 'fact-wide', change && 'fact-changed'].filter(Boolean).join(' ')}>
      <dt>{name}</dt>
      <dd>
        {missing?.includes(field.key) ? (
          <span className="tag tag-bad">{t('missing')}</span>
        ) : (
          <FieldValue field={field} value={value} />
        )}
        {onPin && (
          <Button
            className="pin"
            type="text"
            size="small"
            icon={<PushpinOutlined aria-hidden />}
            aria-label={t('review.pin', { name })}
            title={t('review.pin', { name })}
            onClick={() => onPin(field.key)}
          />
        )}
        {change && (
          <div className="field-note">
            {t('changedFrom')}{' '}
            <del>
              <FieldValue field={field} value={change.before} />
            </del>
          </div>
        )}
        {pinned.map(remark => (
          <p key={remark.text} className="remark">
            {remark.text}
          </p>
        ))}
      </dd>
    </div>
  )
}
