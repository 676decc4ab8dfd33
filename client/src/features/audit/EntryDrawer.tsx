import { useQuery } from '@tanstack/react-query'
import { Drawer } from 'antd'
import { useTranslation } from 'react-i18next'
import { can } from '../../session/session.ts'
import { DateText } from '../../ui/DateText.tsx'
import { Facts } from '../../ui/Facts.tsx'
import '../../ui/table.css'
import { type AuditLine, fieldNames } from './api.ts'
import { differencesOf, factText } from './differences.ts'
import { useActionWords } from './useActionWords.ts'

type Props = { line: AuditLine | undefined; onClose: () => void; onSubject: (subject: string) => void }

/** One line of the trail in full: who, when, what, why, and what stood there before and after. */
export function EntryDrawer({ line, onClose, onSubject }: Props) {
  const { t } = useTranslation('audit')
  const words = useActionWords()
  return (
    <Drawer
      open={line !== undefined}
      onClose={onClose}
      size="min(820px, 100vw)"
      title={line && words(line.action)}
      destroyOnHidden
    >
      {line && (
        <>
          <Facts
            facts={[
              { label: t('at'), value: <DateText at={line.at} /> },
              { label: t('who'), value: line.accountName },
              {
                label: t('subject'),
                value: (
                  <button type="button" className="link" onClick={() => onSubject(line.subject)}>
                    {t('allOfSubject')}
                  </button>
                ),
              },
              {
                label: t('sealedAs'),
                value: line.sealedAs === null ? t('notSealed') : line.sealedAs.toLocaleString('en-US'),
              },
              { label: t('why'), value: line.why, wide: true },
            ]}
          />
          <hr className="rule" />
          <Differences line={line} />
        </>
      )}
    </Drawer>
  )
}

function Differences({ line }: { line: AuditLine }) {
  const { t, i18n } = useTranslation('audit')
  const { data: fields } = useQuery({
    ...fieldNames,
    enabled: line.action.startsWith('instrument.') && can('instruments.read'),
  })
  const nameOf = (key: string) => {
    const field = fields?.find(each => each.key === key)
    return field ? (i18n.language === 'en' ? field.nameEn : field.nameZh) : key
  }
  const facts = differencesOf(line.before, line.after)
  if (facts.length === 0) return <p>{t('noFacts')}</p>
  return (
    <div className="data-table">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable by keyboard */}
      <section className="data-table-scroll" aria-label={t('changes')} tabIndex={0}>
        <table className="audit-facts">
          <caption className="visually-hidden">{t('changes')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('fact')}</th>
              <th scope="col">{t('before')}</th>
              <th scope="col">{t('after')}</th>
            </tr>
          </thead>
          <tbody>
            {facts.map(({ name, before, after, changed }) => (
              <tr key={name}>
                <td className="heading">{nameOf(name)}</td>
                <td data-label={t('before')}>
                  {changed && before !== undefined ? <del>{factText(before)}</del> : factText(before)}
                </td>
                <td data-label={t('after')}>
                  {changed && after !== undefined ? <ins>{factText(after)}</ins> : factText(after)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </div>
  )
}
