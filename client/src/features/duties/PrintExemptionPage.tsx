import { useSuspenseQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { PageHeader } from '../../ui/PageHeader.tsx'
import '../../ui/print.css'
import { exemption } from './api.ts'
import './duties.css'
import { StatedInstruments } from './StatedInstruments.tsx'

export { loader } from './ExemptionPage.tsx'

/** 不报送说明 on A4 with a seal box for each of the three tiers (I-6). */
export function Component() {
  const { t } = useTranslation('exemptions')
  const { data } = useSuspenseQuery(exemption(useParams().exemptionId!))
  const classified = data.reason === 'classified'
  const endorsed = data.steps.findLast(({ action }) => action === 'endorsed')

  return (
    <>
      <PageHeader
        title={t('printing.title')}
        note={t('printing.note')}
        actions={
          <Button type="primary" onClick={() => window.print()}>
            {t('print')}
          </Button>
        }
      />
      <article className="sheet exemption-sheet">
        <h2>{t('printing.heading')}</h2>
        <p className="sheet-head">
          <span>{data.filingNumber && t('printing.filed', { number: data.filingNumber })}</span>
          <span>{t('printing.state', { state: t(`state.${data.state}`), version: data.version })}</span>
        </p>
        <p>{t('printing.to', { name: data.supervisorName ?? t('printing.department') })}</p>
        {classified ? (
          <p>{t('printing.classified', { count: data.count, reference: data.unitReference })}</p>
        ) : (
          <>
            <p>{t('printing.text', { count: data.count })}</p>
            <p>{t('line', { label: t('fact.reason'), value: t(`reason.${data.reason}`) })}</p>
            <p className="exemption-text">{t('line', { label: t('fact.explanation'), value: data.explanation })}</p>
            <p>{t('line', { label: t('fact.until'), value: data.until ?? t('fact.noUntil') })}</p>
            <StatedInstruments instruments={data.instruments} />
          </>
        )}
        <footer className="exemption-seals">
          <Seal title={t('printing.unitSeal')} name={data.unitName} />
          <Seal title={t('printing.supervisorSeal')} name={data.supervisorName} text={endorsed?.reason} />
          <Seal title={t('printing.regionSeal')} name={t('printing.department')} text={data.filingNumber} />
        </footer>
      </article>
    </>
  )
}

function Seal({ title, name, text }: { title: string; name: string | null; text?: string | null }) {
  const { t } = useTranslation('exemptions')
  return (
    <div className="sheet-seal">
      <p>{title}</p>
      <p>{name}</p>
      <p>{text}</p>
      <p className="exemption-date">{t('printing.date')}</p>
    </div>
  )
}
