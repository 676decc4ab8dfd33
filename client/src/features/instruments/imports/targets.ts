import { useTranslation } from 'react-i18next'
import { useFields } from '../useFields.ts'

/** Beside the record's fields: whose instrument a row is, the parts of its place, how many a row stands for. */
const further = ['unitName', 'unitCreditCode', 'regionProvince', 'regionCity', 'quantity']

/** What a column may be taken for, in groups. */
export function useTargets() {
  const { t } = useTranslation(['imports', 'instruments'])
  const { groups, nameOf, label } = useFields()
  const name = (key: string) => (further.includes(key) ? t(`target.${key}`) : label(key))
  return {
    name,
    options: [
      ...groups.map(({ group, fields }) => ({
        label: t(`instruments:group.${group}`),
        options: fields.map(field => ({ value: field.key, label: nameOf(field) })),
      })),
      { label: t('target.further'), options: further.map(key => ({ value: key, label: t(`target.${key}`) })) },
    ],
  }
}
