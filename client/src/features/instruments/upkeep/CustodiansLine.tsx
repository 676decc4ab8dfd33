import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Instrument } from '../api.ts'
import { EntrustDialog } from './EntrustDialog.tsx'
import './upkeep.css'

/** Who runs it, and for the unit's administrator the way to say so. */
export function CustodiansLine({ instrument }: { instrument: Instrument }) {
  const { t } = useTranslation('upkeep')
  const [open, setOpen] = useState(false)
  const row = { id: instrument.id, nameZh: instrument.record.nameZh ?? null, version: instrument.version }
  return (
    <p className="custodians-line">
      <span>
        {t('custodians.label')}
        {t('instruments:colon')}
        {instrument.custodians.map(({ name }) => name).join(t('ui:comma')) || t('custodians.none')}
      </span>
      {instrument.actions.includes('entrust') && (
        <Button size="small" onClick={() => setOpen(true)}>
          {t('custodians.entrust')}
        </Button>
      )}
      {open && (
        <EntrustDialog
          rows={[row]}
          chosen={instrument.custodians.map(({ accountId }) => accountId)}
          onClose={() => setOpen(false)}
        />
      )}
    </p>
  )
}
