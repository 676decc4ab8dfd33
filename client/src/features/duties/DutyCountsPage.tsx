import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { ProblemAlert } from '../../ui/ProblemAlert.tsx'
import { useUrlState } from '../../ui/useUrlState.ts'
import { type DutyGroup, dutyCounts } from './api.ts'
import { DutyRules } from './DutyRules.tsx'
import { dutyStates } from './DutyStateTag.tsx'
import '../../ui/table.css'
import './duties.css'

/** Who is late: departments, and the units of one (I-5). Each figure leads to its list. */
export function Component() {
  const { t } = useTranslation('duties')
  const [{ supervisorId }, change] = useUrlState(['supervisorId'] as const)
  const { data, error, isFetching } = useQuery(dutyCounts(supervisorId))
  const whole = useQuery(dutyCounts()).data
  const department = whole?.groups.find(({ id }) => id === supervisorId)
  const rateOf = ({ counts }: { counts: DutyGroup['counts'] }) =>
    counts.mustOpen === 0 ? t('ui:absent') : `${((100 * counts.open) / counts.mustOpen).toFixed(1)} %`

  return (
    <>
      <PageHeader
        title={department ? t('counts.of', { name: department.name }) : t('counts.title')}
        note={<DutyRules overview={data} />}
        actions={
          supervisorId && <Button onClick={() => change({ supervisorId: undefined })}>{t('counts.back')}</Button>
        }
      />
      <ProblemAlert error={error} />
      <section className="data-table" aria-busy={isFetching}>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable by keyboard */}
        <section className="data-table-scroll" aria-label={t('counts.title')} tabIndex={0}>
          <table>
            <caption className="visually-hidden">{t('counts.title')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('counts.name')}</th>
                {(['mustOpen', 'open', 'openRate'] as const).map(column => (
                  <th key={column} scope="col" className="right">
                    {t(`counts.${column}`)}
                  </th>
                ))}
                {dutyStates.map(state => (
                  <th key={state} scope="col" className="right">
                    {t(`state.${state}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {data &&
                [{ id: '', name: t('counts.total'), unit: false, counts: data.total }, ...data.groups].map(group => {
                  const narrowing = group.id ? { [group.unit ? 'unitId' : 'supervisorId']: group.id } : {}
                  const within = supervisorId ? { supervisorId, ...narrowing } : narrowing
                  return (
                    <tr key={group.id} className={group.id ? undefined : 'duties-total'}>
                      <td className="heading" data-label={t('counts.name')}>
                        {group.id && !group.unit ? (
                          <button
                            type="button"
                            className="duties-drill"
                            onClick={() => change({ supervisorId: group.id }, { push: true })}
                          >
                            {group.name}
                          </button>
                        ) : (
                          group.name
                        )}
                      </td>
                      <td className="right number" data-label={t('counts.mustOpen')}>
                        {group.counts.mustOpen.toLocaleString('en-US')}
                      </td>
                      <td className="right number" data-label={t('counts.open')}>
                        {group.counts.open.toLocaleString('en-US')}
                      </td>
                      <td className="right number" data-label={t('counts.openRate')}>
                        {rateOf(group)}
                      </td>
                      {dutyStates.map(state => (
                        <td key={state} className="right number" data-label={t(`state.${state}`)}>
                          {group.counts[state] === 0 ? (
                            0
                          ) : (
                            <Link
                              to={`/duties?${new URLSearchParams({ state, ...within })}`}
                              className={state === 'overdue' ? 'duties-late' : undefined}
                            >
                              {group.counts[state].toLocaleString('en-US')}
                            </Link>
                          )}
                        </td>
                      ))}
                    </tr>
                  )
                })}
            </tbody>
          </table>
        </section>
      </section>
    </>
  )
}
