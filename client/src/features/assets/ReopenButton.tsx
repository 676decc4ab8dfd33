import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { notify } from '../../ui/notices.tsx'
import { type Finding, useReopen } from './api.ts'
import { useRefusals } from './useRefusals.ts'

/** Takes back what was done; says why where it cannot be. */
export function ReopenButton({ finding }: { finding: Finding }) {
  const { t } = useTranslation('assets')
  const words = useRefusals()
  const reopen = useReopen()
  const [refused, setRefused] = useState<string>()
  const take = async () => {
    const { rows } = await reopen.mutateAsync([{ id: finding.id, version: finding.version }])
    const row = rows[0]!
    if (row.done) notify(t('reopened'))
    else setRefused(words(row.code, row.message))
  }
  return (
    <>
      <Button size="small" type="link" loading={reopen.isPending} onClick={take}>
        {t('reopen')}
      </Button>
      {refused && (
        <span role="alert" className="finding-refused">
          {refused}
        </span>
      )}
    </>
  )
}
