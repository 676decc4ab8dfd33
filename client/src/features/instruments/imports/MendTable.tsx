import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Pagination } from '../../../ui/Pagination.tsx'
import { ProblemAlert } from '../../../ui/ProblemAlert.tsx'
import { useListState } from '../../../ui/useListState.ts'
import { type Import, importRows } from './api.ts'
import { MendRow } from './MendRow.tsx'
import { useFaultTexts } from './useFaultTexts.ts'

type Props = { import: Import; faultCode: string }

/** The rows that have a fault, each to be mended where it stands, or left out. */
export function MendTable({ import: list, faultCode }: Props) {
  const { t } = useTranslation('imports')
  const words = useFaultTexts()
  const paging = useListState([] as const, '')
  const { page, size } = paging.query
  const rows = useQuery(importRows(list.id, { faultCode, page, size }))
  const group = list.faultGroups.find(({ code }) => code === faultCode)

  return (
    <section className="panel" aria-labelledby="mend" aria-busy={rows.isFetching}>
      <h2 id="mend">{group ? t('mend.title', { fault: words(group) }) : t('mend.done')}</h2>
      <ProblemAlert error={rows.error} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable by keyboard */}
      <section className="wizard-table mend-table" aria-label={t('mend.rows')} tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('mend.row')}</th>
              <th scope="col">{t('mend.instrument')}</th>
              <th scope="col">{t('mend.cells')}</th>
              <th scope="col">{t('mend.actions')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.data?.items.map(row => (
              <MendRow key={row.number} row={row} import={list} faultCode={faultCode} />
            ))}
          </tbody>
        </table>
      </section>
      {rows.data && <Pagination list={paging} shown={rows.data.items.length} total={rows.data.total} />}
    </section>
  )
}
