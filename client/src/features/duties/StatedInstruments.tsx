import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { DateText } from '../../ui/DateText.tsx'
import { MoneyText } from '../../ui/MoneyText.tsx'
import type { ExemptedInstrument } from './api.ts'

type Props = { instruments: ExemptedInstrument[]; linked?: boolean }

/** The instruments of a statement as they were registered when it was made. */
export function StatedInstruments({ instruments, linked = false }: Props) {
  const { t } = useTranslation('exemptions')
  const columns = ['number', 'name', 'model', 'assetNumber', 'value', 'acceptedOn']
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable by keyboard
    <section className="stated-scroll" aria-label={t('instruments')} tabIndex={0}>
      <table className="stated">
        <thead>
          <tr>
            {columns.map(column => (
              <th key={column} scope="col">
                {t(`instrument.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {instruments.map((each, at) => (
            <tr key={each.id}>
              <td className="number">{at + 1}</td>
              <td>
                {linked ? (
                  <Link to={`/instruments/${each.id}`}>{each.nameZh ?? t('duties:unnamed')}</Link>
                ) : (
                  each.nameZh
                )}
              </td>
              <td data-label={t('instrument.model')}>{each.model}</td>
              <td data-label={t('instrument.assetNumber')} className="number">
                {each.assetNumber}
              </td>
              <td data-label={t('instrument.value')}>
                <MoneyText fen={each.originalValueFen} />
              </td>
              <td data-label={t('instrument.acceptedOn')}>
                <DateText at={each.acceptedOn} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
