import { Alert, Button, Input, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { newKey } from '../../api/newKey.ts'
import { MoneyText } from '../../ui/MoneyText.tsx'
import { ProblemAlert } from '../../ui/ProblemAlert.tsx'
import { type Finding, type FindingAction, useSettle } from './api.ts'
import { useRefusals } from './useRefusals.ts'

type Props = { action: FindingAction; rows: Finding[]; onClose: (done: boolean) => void }

/** First what will happen to which, then what did happen, one by one. */
export function SettleDialog({ action, rows, onClose }: Props) {
  const { t } = useTranslation('assets')
  const words = useRefusals()
  const settle = useSettle()
  const [key] = useState(newKey)
  const [note, setNote] = useState('')
  const report = settle.data
  const counted = { count: rows.length }
  const noted = action === 'retire' || action === 'dismiss' || action === 'awaitDisposal'

  const run = () =>
    settle.mutate(
      {
        action,
        note: note.trim() || null,
        key,
        items: rows.map(({ id, version }) => ({ id, version, instrumentId: null })),
      },
      // One that was simply done needs no report.
      { onSuccess: ({ refused }) => rows.length === 1 && refused === 0 && onClose(true) },
    )

  return (
    <Modal
      open
      title={t(`settle.${action}.title`, counted)}
      width={640}
      onCancel={() => onClose(report !== undefined)}
      footer={
        report ? (
          <Button type="primary" onClick={() => onClose(true)}>
            {t('close')}
          </Button>
        ) : (
          <>
            <Button onClick={() => onClose(false)}>{t('cancel')}</Button>
            <Button
              type="primary"
              danger={action === 'retire'}
              disabled={action === 'retire' && note.trim() === ''}
              loading={settle.isPending}
              onClick={run}
            >
              {t(`action.${action}`)}
            </Button>
          </>
        )
      }
    >
      {report ? (
        <>
          <Alert
            type={report.refused > 0 ? 'warning' : 'success'}
            showIcon
            role="status"
            title={t('settle.reported', { done: report.done, refused: report.refused })}
          />
          <ul className="settle-rows">
            {[...report.rows]
              .sort((a, b) => Number(a.done) - Number(b.done))
              .map(row => (
                <li key={row.id}>
                  {row.name || t('unnamed')}{' '}
                  {row.done ? (
                    <span className="tag tag-good">{t(`settled.${action}`)}</span>
                  ) : (
                    <span className="finding-refused">{words(row.code, row.message)}</span>
                  )}
                </li>
              ))}
          </ul>
        </>
      ) : (
        <>
          <p>{t(`settle.${action}.text`, counted)}</p>
          <ProblemAlert error={settle.error} />
          <ul className="settle-rows">
            {rows.map(row => (
              <li key={row.id}>
                {row.name || t('unnamed')} <span className="field-note">{row.model}</span>{' '}
                <MoneyText fen={row.cardFen ?? row.registryFen} />
                {action === 'link' && row.suggestion && (
                  <div className="field-note">
                    → {row.suggestion.nameZh} · {row.suggestion.assetNumber}
                  </div>
                )}
              </li>
            ))}
          </ul>
          {noted && (
            <label className="settle-note" htmlFor="settle-note">
              {t(action === 'retire' ? 'settle.noteNeeded' : 'settle.note')}
              <Input.TextArea
                id="settle-note"
                value={note}
                maxLength={500}
                autoSize={{ minRows: 2, maxRows: 5 }}
                onChange={event => setNote(event.target.value)}
              />
            </label>
          )}
        </>
      )}
    </Modal>
  )
}
