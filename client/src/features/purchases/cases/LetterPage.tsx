import { useSuspenseQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { formatMoney } from '../../../ui/money.ts'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import '../../../ui/print.css'
import { oneCase } from './api.ts'
import './cases.css'

export { loader } from './CasePage.tsx'

/** The decision letter 评议决定书 on A4: what was applied for, what is granted, seal and date. */
export function Component() {
  const { t } = useTranslation('cases')
  const { data } = useSuspenseQuery(oneCase(useParams().caseId!))
  const { decision } = data
  const wan = (fen: number | null) => (fen === null ? '—' : formatMoney(fen, 'wan'))
  return (
    <>
      <PageHeader
        title={t('letter')}
        note={data.number}
        actions={
          <Button type="primary" disabled={!decision} onClick={() => window.print()}>
            {t('purchases:print')}
          </Button>
        }
      />
      {decision ? (
        <article className="sheet letter">
          <h2>{t('letter.title')}</h2>
          <p className="sheet-head">
            <span>{decision.number}</span>
            <span>{t('letter.case', { number: data.number })}</span>
          </p>
          <p>{t('letter.to', { unit: data.unitName })}</p>
          <p>
            {t('letter.text', { project: data.facts.projectName, outcome: t(`panel:outcome.${decision.outcome}`) })}
          </p>
          <table>
            <thead>
              <tr>
                <th scope="col">{t('letter.instrument')}</th>
                <th scope="col">{t('letter.model')}</th>
                <th scope="col">{t('letter.applied')}</th>
                <th scope="col">{t('letter.granted')}</th>
                <th scope="col">{t('letter.check')}</th>
              </tr>
            </thead>
            <tbody>
              {data.wishes.map(({ id, facts, check, grantedQuantity, grantedPriceFen }) => (
                <tr key={id}>
                  <td>{facts.nameZh}</td>
                  <td>{facts.model}</td>
                  <td>{t('letter.amount', { count: facts.quantity, amount: wan(facts.unitPriceFen) })}</td>
                  <td>
                    {grantedQuantity
                      ? t('letter.amount', { count: grantedQuantity, amount: wan(grantedPriceFen) })
                      : t('letter.none')}
                  </td>
                  <td>{check && t(`purchases:band.${check.band}`)}</td>
                </tr>
              ))}
            </tbody>
          </table>
          <p>{t('letter.sum', { amount: wan(decision.grantedFen) })}</p>
          {decision.reason && <p className="opinion-text">{t('letter.reason', { reason: decision.reason })}</p>}
          {decision.outcome !== 'rejected' && <p>{t('letter.duty')}</p>}
          <p>{t('letter.objection')}</p>
          <footer className="sheet-foot">
            <div />
            <div className="sheet-seal">
              <p>{t('letter.seal')}</p>
              <p>{decision.on}</p>
            </div>
          </footer>
        </article>
      ) : (
        <section className="panel">{t('letter.notYet')}</section>
      )}
    </>
  )
}
