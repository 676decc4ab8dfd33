import { useQuery } from '@tanstack/react-query'
import { Button, DatePicker, Drawer } from 'antd'
import dayjs from 'dayjs'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DateText } from '../../ui/DateText.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { ProblemAlert } from '../../ui/ProblemAlert.tsx'
import { useUrlState } from '../../ui/useUrlState.ts'
import { AdoptPresetForm } from './AdoptPresetForm.tsx'
import { type Policy, policies } from './api.ts'
import { PolicyHistory } from './PolicyHistory.tsx'
import { PolicyValue } from './PolicyValue.tsx'
import '../../ui/table.css'
import './policies.css'
import { SetPolicyForm } from './SetPolicyForm.tsx'

/** The numbers of the region's policies: what holds on a day, where it comes from, what is to come (P-1 … P-10). */
export function Component() {
  const { t } = useTranslation('policies')
  const [{ on }, change] = useUrlState(['on'] as const)
  const { data, error, isFetching } = useQuery(policies(on))
  const [opened, setOpened] = useState<{ what: 'set' | 'history'; policy: Policy } | { what: 'adopt' }>()
  const close = () => setOpened(undefined)
  const policy = opened && 'policy' in opened ? opened.policy : undefined

  return (
    <>
      <PageHeader
        title={t('title')}
        note={t('note')}
        actions={data?.editable && <Button onClick={() => setOpened({ what: 'adopt' })}>{t('adopt')}</Button>}
      />
      <div className="policies-on">
        <label htmlFor="on">{t('on')}</label>
        <DatePicker
          id="on"
          allowClear={false}
          format="YYYY-MM-DD"
          value={dayjs(on ?? data?.today)}
          onChange={day => change({ on: day?.format('YYYY-MM-DD') })}
        />
        {on && (
          <Button type="link" onClick={() => change({ on: undefined })}>
            {t('today')}
          </Button>
        )}
      </div>
      <ProblemAlert error={error} />
      <section className="data-table" aria-busy={isFetching}>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable by keyboard */}
        <section className="data-table-scroll" aria-label={t('title')} tabIndex={0}>
          <table>
            <caption className="visually-hidden">{t('title')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('number')}</th>
                <th scope="col">{t('holds')}</th>
                <th scope="col">{t('since')}</th>
                <th scope="col">{t('source')}</th>
                <th scope="col">{t('upcoming')}</th>
                <th scope="col">{t('action')}</th>
              </tr>
            </thead>
            <tbody>
              {data?.rows.map(row => (
                <tr key={row.key}>
                  <td className="heading" data-label={t('number')}>
                    {t(`key.${row.key}`)} <span className="policies-rule">{row.rule}</span>
                  </td>
                  <td className="narrow" data-label={t('holds')}>
                    <strong>
                      <PolicyValue kind={row.kind} value={row.value} />
                    </strong>
                  </td>
                  <td className="narrow" data-label={t('since')}>
                    <DateText at={row.validFrom} />
                  </td>
                  <td data-label={t('source')}>
                    {row.source}
                    {!row.changedBy && <div className="policies-rule">{t('nations')}</div>}
                  </td>
                  <td data-label={t('upcoming')}>
                    {row.upcoming.length === 0 && <span className="absent">{t('ui:absent')}</span>}
                    {row.upcoming.map(next => (
                      <div key={next.id}>
                        <DateText at={next.validFrom} /> → <PolicyValue kind={row.kind} value={next.value} />
                      </div>
                    ))}
                  </td>
                  <td>
                    <div className="policies-actions">
                      <Button size="small" onClick={() => setOpened({ what: 'history', policy: row })}>
                        {t('history')}
                      </Button>
                      {data.editable && !on && (
                        <Button size="small" onClick={() => setOpened({ what: 'set', policy: row })}>
                          {t('set')}
                        </Button>
                      )}
                    </div>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      </section>
      <Drawer
        open={opened !== undefined}
        onClose={close}
        size="min(640px, 100vw)"
        title={policy ? t(`key.${policy.key}`) : t('adopt')}
        destroyOnHidden
      >
        {opened?.what === 'set' && data && <SetPolicyForm policy={opened.policy} today={data.today} onDone={close} />}
        {opened?.what === 'history' && data && (
          <PolicyHistory policy={opened.policy} today={data.today} editable={data.editable} />
        )}
        {opened?.what === 'adopt' && data && <AdoptPresetForm rows={data.rows} today={data.today} onDone={close} />}
      </Drawer>
    </>
  )
}
