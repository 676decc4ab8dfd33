import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Schema } from '../../api/client.ts'
import { roleList } from './accountsApi.ts'

/** The roles of a tier as people write them, in the page's language or by their code. */
export function useRoleNames(tier: Schema<'Tier'>) {
  const { t } = useTranslation('session')
  const roles = (useQuery(roleList).data ?? []).filter(role => role.tier === tier)
  const roleOf = (text: string) =>
    roles.find(({ name }) => [name, t(`role.${name}`)].some(word => word.toLowerCase() === text.trim().toLowerCase()))
      ?.name
  return { roleOf, names: roles.map(({ name }) => t(`role.${name}`)) }
}
