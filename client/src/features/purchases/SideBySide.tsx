import { useTranslation } from 'react-i18next'
import { MoneyText } from '../../ui/MoneyText.tsx'
import type { Hit, Wish } from './api.ts'

/** Wish and instrument field by field; what differs is marked, by more than colour. */
export function SideBySide({ wish, hit }: { wish: Wish; hit: Hit }) {
  const { t } = useTranslation('purchases')
  const rows: [string, string | null | undefined, string | null | undefined][] = [
    ['name', wish.name, hit.name],
    ['englishName', wish.englishName, hit.englishName],
    ['model', wish.model, hit.model],
    ['manufacturer', wish.manufacturer, hit.manufacturer],
    ['classificationCode', wish.classificationCode, hit.classCode],
    ['specifications', wish.specifications, hit.specifications],
    ['purpose', wish.purpose, hit.functions],
  ]
  const shown = rows.filter(([, ours, theirs]) => ours || theirs)
  return (
    <div className="side-by-side">
      <table>
        <caption className="visually-hidden">{t('sides')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('sides.field')}</th>
            <th scope="col">{t('sides.wish')}</th>
            <th scope="col">{t('sides.stock')}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map(([field, ours, theirs]) => {
            const differs = Boolean(ours && theirs && folded(ours) !== folded(theirs))
            return (
              <tr key={field} className={differs ? 'differs' : undefined}>
                <th scope="row">{t(`field.${field}`)}</th>
                <td>{ours || '—'}</td>
                <td>
                  {differs ? <mark>{theirs}</mark> : theirs || '—'}
                  {differs && <span className="visually-hidden"> {t('agreement.different')}</span>}
                </td>
              </tr>
            )
          })}
          {(wish.priceYuan !== null || hit.originalValueFen !== null) && (
            <tr>
              <th scope="row">{t('sides.price')}</th>
              <td>{wish.priceYuan === null ? '—' : <MoneyText fen={wish.priceYuan * 100} />}</td>
              <td>
                <MoneyText fen={hit.originalValueFen} />
              </td>
            </tr>
          )}
        </tbody>
      </table>
    </div>
  )
}

/** Spaces, dashes and case are not differences. */
const folded = (text: string) => text.toLowerCase().replace(/[\s\p{P}]/gu, '')
