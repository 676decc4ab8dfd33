import { useTranslation } from 'react-i18next'
import type { FieldChange } from './api.ts'
import { FieldValue } from './FieldValue.tsx'
import { useFields } from './useFields.ts'

/** Before → after, field by field. */
export function DifferenceTable({ changes }: { changes: FieldChange[] }) {
  const { t } = useTranslation('instruments')
  const { find, label } = useFields()
  return (
    <div className="difference-scroll">
      <table className="difference">
        <thead>
          <tr>
            <th scope="col">{t('difference.field')}</th>
            <th scope="col">{t('difference.before')}</th>
            <th scope="col">{t('difference.after')}</th>
          </tr>
        </thead>
        <tbody>
          {changes.map(({ field, before, after }) => (
            <tr key={field}>
              <th scope="row">{label(field)}</th>
              <td className="before">
                <FieldValue field={find(field)} value={before} />
              </td>
              <td className="after">
                <FieldValue field={find(field)} value={after} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
