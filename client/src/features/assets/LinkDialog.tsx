import { useQuery } from '@tanstack/react-query'
import { Button, Input, Modal, Radio } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { newKey } from '../../api/newKey.ts'
import { MoneyText } from '../../ui/MoneyText.tsx'
import { notify } from '../../ui/notices.tsx'
import { ProblemAlert } from '../../ui/ProblemAlert.tsx'
import { type Finding, instrumentsOf, useSettle } from './api.ts'
import { useRefusals } from './useRefusals.ts'

type Props = { finding: Finding; unitId: string; onClose: () => void }

/** Which instrument a card stands for: the one that looks like it, or another of the unit. */
export function LinkDialog({ finding, unitId, onClose }: Props) {
  const { t } = useTranslation('assets')
  const words = useRefusals()
  const settle = useSettle()
  const [key, setKey] = useState(newKey)
  const [search, setSearch] = useState(finding.suggestion ? '' : finding.name)
  const [chosen, setChosen] = useState(finding.suggestion?.id)
  const [refused, setRefused] = useState<string>()
  const found = useQuery(instrumentsOf(unitId, search.trim()))
  const others = (found.data?.items ?? []).filter(
    ({ id, lifeCycle }) => id !== finding.suggestion?.id && lifeCycle !== 'retired',
  )
  const choices = [...(finding.suggestion ? [finding.suggestion] : []), ...others]

  const link = async () => {
    const items = [{ id: finding.id, version: finding.version, instrumentId: chosen! }]
    const { rows } = await settle.mutateAsync({ action: 'link', note: null, key, items })
    if (rows[0]!.done) {
      notify(t('settled.link'))
      onClose()
    } else {
      setRefused(words(rows[0]!.code, rows[0]!.message))
      setKey(newKey())
    }
  }

  return (
    <Modal
      open
      title={t('link.title', { name: finding.name })}
      width={640}
      onCancel={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button type="primary" disabled={!chosen} loading={settle.isPending} onClick={link}>
            {t('action.link')}
          </Button>
        </>
      }
    >
      <p>
        <span className="number">{finding.cards.map(card => card.cardNumber).join(t('comma'))}</span> ·{' '}
        {[finding.model, finding.cards[0]?.bookedOn].filter(Boolean).join(' · ')} · <MoneyText fen={finding.cardFen} />
      </p>
      <ProblemAlert error={settle.error} />
      {refused && (
        <p role="alert" className="finding-refused">
          {refused}
        </p>
      )}
      <Input
        type="search"
        value={search}
        aria-label={t('link.search')}
        placeholder={t('link.search')}
        onChange={event => setSearch(event.target.value)}
      />
      <Radio.Group className="link-choices" value={chosen} onChange={event => setChosen(event.target.value)}>
        {choices.map(instrument => (
          <Radio key={instrument.id} value={instrument.id}>
            {instrument.nameZh ?? t('unnamed')}{' '}
            {instrument.id === finding.suggestion?.id && (
              <span className="tag">{t(`likeness.${finding.suggestedBy}`)}</span>
            )}
            <span className="field-note">
              {[instrument.assetNumber, instrument.model].filter(Boolean).join(' · ')}{' '}
              <MoneyText fen={instrument.originalValueFen} />
            </span>
          </Radio>
        ))}
      </Radio.Group>
      {found.data && choices.length === 0 && <p className="field-note">{t('link.none')}</p>}
    </Modal>
  )
}
