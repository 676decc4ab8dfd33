import type { Schema } from '../api/client.ts'
import { useText } from './text.ts'

export function OperatingState({ status }: { status: Schema<'OperatingStatus'> | null }) {
  const { t } = useText()
  if (!status) return null
  return <span className={status === 'inService' ? 'state state-good' : 'state'}>{t(`operatingStatus.${status}`)}</span>
}
