import { useTranslation } from 'react-i18next'
import type { AssetPackage } from './api.ts'

/** What each sheet's columns were taken for, what was left out, and which cards could not be read. */
export function HowItWasRead({ package: { sheets, leftOut, faults, counts } }: { package: AssetPackage }) {
  const { t, i18n } = useTranslation('assets')
  const field = (key: string) => (i18n.exists(`assets:field.${key}`) ? t(`field.${key}`) : t('field.other'))
  return (
    <>
      {faults.length > 0 && (
        <details className="panel" open={counts.refused > 0}>
          <summary>{t('faults.title', { count: faults.length })}</summary>
          <ul className="card-faults">
            {faults.map(fault => (
              <li key={`${fault.file}${fault.sheet}${fault.row}${fault.code}`}>
                <span className={fault.severity === 'error' ? 'tag tag-bad' : 'tag'}>
                  {t(`severity.${fault.severity}`)}
                </span>{' '}
                {t('faults.place', { file: [fault.file, fault.sheet].filter(Boolean).join(' · '), row: fault.row })}{' '}
                {t(`fault.${fault.code}`)} {fault.content && <q>{fault.content}</q>}
              </li>
            ))}
          </ul>
        </details>
      )}
      <details className="panel">
        <summary>{t('read.title')}</summary>
        {sheets.map(sheet => (
          <div key={`${sheet.file}${sheet.sheet}`} className="read-sheet">
            <strong>{[sheet.file, sheet.sheet].filter(Boolean).join(' · ')}</strong>{' '}
            {t('read.cards', { count: sheet.cards })} · {t(`read.money.${sheet.moneyUnit}`)}
            <ul>
              {sheet.columns.map(column => (
                <li key={column.title}>
                  {column.title} → {field(column.fieldKey)}
                </li>
              ))}
            </ul>
          </div>
        ))}
        {leftOut.length > 0 && (
          <p className="field-note">
            {t('read.leftOut')} {leftOut.join(t('comma'))}
          </p>
        )}
      </details>
    </>
  )
}
