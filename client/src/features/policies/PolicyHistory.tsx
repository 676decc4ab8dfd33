import { useQuery } from '@tanstack/react-query'
import { Button, Form, Input, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DateText } from '../../ui/DateText.tsx'
import { ProblemAlert } from '../../ui/ProblemAlert.tsx'
import { SubmitForm } from '../../ui/SubmitForm.tsx'
import { type Policy, type PolicyChange, policyHistory, useWithdrawPolicy } from './api.ts'
import { PolicyValue } from './PolicyValue.tsx'

type Props = { policy: Policy; today: string; editable: boolean }

/** Everything that was ever set for one number; what has not begun to hold can be taken back. */
export function PolicyHistory({ policy, today, editable }: Props) {
  const { t } = useTranslation('policies')
  const { data, error } = useQuery(policyHistory(policy.key))
  const [withdrawing, setWithdrawing] = useState<PolicyChange>()
  const withdraw = useWithdrawPolicy()

  return (
    <>
      <ProblemAlert error={error} />
      {data?.length === 0 && <p>{t('history.empty')}</p>}
      <ol className="policies-history">
        {data?.map(change => (
          <li key={change.id} className={change.withdrawnAt ? 'withdrawn' : undefined}>
            <strong>
              <PolicyValue kind={policy.kind} value={change.value} />
            </strong>{' '}
            {t('history.from')} <DateText at={change.validFrom} />
            <div>{change.source}</div>
            {change.reason && <div>{change.reason}</div>}
            <div className="policies-rule">
              {change.changedBy} · <DateText at={change.changedAt} />
            </div>
            {change.withdrawnAt && (
              <div className="policies-rule">
                {t('history.withdrawn', { by: change.withdrawnBy })} <DateText at={change.withdrawnAt} />
              </div>
            )}
            {editable && !change.withdrawnAt && change.validFrom > today && (
              <Button size="small" danger onClick={() => setWithdrawing(change)}>
                {t('withdraw')}
              </Button>
            )}
          </li>
        ))}
      </ol>
      <Modal
        open={withdrawing !== undefined}
        title={t('withdraw')}
        footer={null}
        onCancel={() => setWithdrawing(undefined)}
        destroyOnHidden
      >
        <SubmitForm<{ reason: string }>
          submitText={t('withdraw')}
          onCancel={() => setWithdrawing(undefined)}
          onSubmit={async ({ reason }) => {
            if (withdrawing) await withdraw.mutateAsync({ changeId: withdrawing.id, reason })
            setWithdrawing(undefined)
          }}
        >
          <Form.Item name="reason" label={t('withdraw.reason')} rules={[{ required: true }, { max: 500 }]}>
            <Input.TextArea rows={2} />
          </Form.Item>
        </SubmitForm>
      </Modal>
    </>
  )
}
