import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { type LoaderFunctionArgs, useLoaderData, useLocation } from 'react-router'
import { queryClient } from '../../../api/client.ts'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { allMatching, type InstrumentQuery, type InstrumentRow, instrument } from '../api.ts'
import '../../../ui/print.css'
import './labels.css'

type Label = Pick<InstrumentRow, 'id' | 'unitName' | 'nameZh' | 'model' | 'assetNumber'>

/** Of one instrument, of those chosen in the list, or of all listed ones that the list's filters find. */
export async function loader({ request }: LoaderFunctionArgs): Promise<Label[]> {
  const filters = new URL(request.url).searchParams
  // Rows chosen one by one come along with the step to this page: their ids would not fit into an address.
  if (filters.has('chosen')) return []
  const only = filters.get('only')
  if (!only) return allMatching({ ...(Object.fromEntries(filters) as InstrumentQuery), lifeCycle: 'listed' })
  const { id, unitName, record } = await queryClient.fetchQuery(instrument(only))
  const { nameZh = null, model = null, assetNumber = null } = record
  return [{ id, unitName, nameZh, model, assetNumber }]
}

/** Labels to stick on instruments, 21 on a sheet of A4: whoever reads the code sees the public page, and books there. */
export function Component() {
  const { t } = useTranslation('instruments')
  const found = useLoaderData<typeof loader>()
  const chosen = useLocation().state as Label[] | null
  const labels = chosen ?? found
  return (
    <>
      <PageHeader
        title={t('labels.title')}
        note={t('labels.note', { count: labels.length })}
        actions={
          <Button type="primary" disabled={labels.length === 0} onClick={() => window.print()}>
            {t('action.print')}
          </Button>
        }
      />
      {labels.length === 0 && <p>{t('labels.empty')}</p>}
      <ul className="labels">
        {labels.map(({ id, nameZh, model, assetNumber, unitName }) => (
          <li key={id} className="label">
            <img src={`/api/instruments/catalogue/${id}/label-code`} alt={t('labels.code', { name: nameZh })} />
            <div>
              <strong>{nameZh}</strong>
              <span>{model}</span>
              <span>{assetNumber}</span>
              <span>{unitName}</span>
            </div>
          </li>
        ))}
      </ul>
    </>
  )
}
