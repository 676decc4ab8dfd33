import { useSuspenseQuery } from '@tanstack/react-query'
import { createContext, useContext } from 'react'
import { useTranslation } from 'react-i18next'
import type { Schema } from '../../api/client.ts'
import { fieldList } from './api.ts'

export type Field = Schema<'FieldRow'>

export type CarrierKind = Schema<'CarrierType'>

/** Whose record is shown below: an instrument's, or that of a kind of what instruments belong to (I-1). */
export const FieldsOf = createContext<CarrierKind | undefined>(undefined)

/** The fields of the record with their names in the reader's language, and the groups they stand in. */
export function useFields() {
  const { i18n } = useTranslation()
  const { disciplines, countries, carriers, fields: ofInstruments } = useSuspenseQuery(fieldList).data
  const kind = useContext(FieldsOf)
  const fields = carriers.find(each => each.kind === kind)?.fields ?? ofInstruments
  const find = (key: string) => fields.find(field => field.key === key)
  const nameOf = (field: Field) => (i18n.language === 'en' ? field.nameEn : field.nameZh)
  return {
    fields,
    disciplines,
    countries,
    find,
    nameOf,
    /** A field's name by its key; a key nobody knows stands for itself. */
    label: (key: string) => {
      const field = find(key)
      return field ? nameOf(field) : key
    },
    groups: [...new Set(fields.map(field => field.group))].map(group => ({
      group,
      fields: fields.filter(field => field.group === group),
    })),
  }
}
