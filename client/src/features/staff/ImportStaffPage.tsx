import { DownloadOutlined } from '@ant-design/icons'
import { Button, Radio } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { Schema } from '../../api/client.ts'
import { ActionButton } from '../../ui/ActionButton.tsx'
import { FileButton, listFiles } from '../../ui/FileButton.tsx'
import { notify } from '../../ui/notices.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { ProblemAlert } from '../../ui/ProblemAlert.tsx'
import { templateAddress, useImportStaff, usePreviewStaffImport } from './api.ts'
import './staff.css'

type Preview = Schema<'StaffImportPreview'>
type Outcome = Schema<'StaffOutcome'>
const outcomes: Outcome[] = ['refuse', 'create', 'change', 'leave']
const shownRows = 200

/** A list of the unit's staff: what it would do is seen first, then all of it is taken over, or nothing (U-3). */
export function Component() {
  const { t } = useTranslation('staff')
  const navigate = useNavigate()
  const [file, setFile] = useState<File>()
  const preview = usePreviewStaffImport()
  const take = useImportStaff()
  const found = preview.data

  const look = (chosen: File) => {
    take.reset()
    setFile(chosen)
    preview.mutate(chosen)
  }
  const takeOver = async () => {
    const done = await take.mutateAsync({ file: file!, fingerprint: found!.fingerprint })
    notify(t('import.done', { created: done.created, changed: done.changed }))
    await navigate('/staff')
  }
  const refusal =
    found && found.refuse > 0
      ? t('import.refusal', { count: found.refuse })
      : found && found.create + found.change === 0
        ? t('import.nothing')
        : undefined

  return (
    <>
      <PageHeader title={t('import.title')} note={t('import.note')} />
      <section className="panel" aria-labelledby="file">
        <h2 id="file">{t('import.file')}</h2>
        <div className="staff-upload">
          <Button icon={<DownloadOutlined aria-hidden />} href={templateAddress} download>
            {t('import.template')}
          </Button>
          <FileButton
            type={found ? 'default' : 'primary'}
            loading={preview.isPending}
            title={t(found ? 'import.again' : 'import.choose')}
            label={t('import.choose')}
            accept={listFiles}
            onChoose={look}
          />
          {file && <span className="field-note">{file.name}</span>}
        </div>
        <p className="field-note">{t('import.privacy')}</p>
        <ProblemAlert error={preview.error} />
      </section>
      {found && (
        <section className="panel" aria-labelledby="preview">
          <h2 id="preview">{t('import.preview')}</h2>
          <Rows key={found.fingerprint} preview={found} />
          <ProblemAlert error={take.error} />
          <div className="form-actions">
            <ActionButton
              type="primary"
              loading={take.isPending}
              {...(refusal ? { refusal } : {})}
              onClick={() => takeOver().catch(() => undefined)}
            >
              {t('import.take', { count: found.create + found.change })}
            </ActionButton>
            <Button onClick={() => navigate('/staff')}>{t('cancel')}</Button>
          </div>
        </section>
      )}
    </>
  )
}

function Rows({ preview }: { preview: Preview }) {
  const { t } = useTranslation('staff')
  const [outcome, setOutcome] = useState<Outcome>(outcomes.find(name => preview[name] > 0) ?? 'leave')
  const rows = preview.rows.filter(row => row.outcome === outcome)
  return (
    <>
      <Radio.Group
        className="staff-counts"
        optionType="button"
        aria-label={t('import.outcome')}
        value={outcome}
        onChange={event => setOutcome(event.target.value)}
        options={outcomes.map(value => ({ value, label: t(`outcome.${value}`, { total: preview[value] }) }))}
      />
      {preview.notListed > 0 && <p className="field-note">{t('import.notListed', { count: preview.notListed })}</p>}
      {preview.ignored.length > 0 && (
        <p className="field-note">{t('import.ignored', { titles: preview.ignored.join(t('ui:comma')) })}</p>
      )}
      {rows.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable by keyboard
        <section className="staff-rows" aria-label={t('import.preview')} tabIndex={0}>
          <table>
            <thead>
              <tr>
                <th scope="col">{t('import.row')}</th>
                <th scope="col">{t('field.name')}</th>
                <th scope="col">{t(outcome === 'refuse' ? 'import.faults' : 'import.changes')}</th>
              </tr>
            </thead>
            <tbody>
              {rows.slice(0, shownRows).map(row => (
                <tr key={row.number}>
                  <td className="number">{row.number}</td>
                  <td>{row.name}</td>
                  <td>
                    <ul>
                      {row.faults.map(fault => (
                        <li key={`${fault.column}${fault.code}`}>
                          <strong>{fault.column}</strong> {fault.content && <code>{fault.content}</code>}{' '}
                          {t(`fault.${fault.code}`, { content: fault.content })}
                        </li>
                      ))}
                      {row.changes.map(({ field, before, after }) => (
                        <li key={field}>
                          {t(`field.${field}`)} {before && <del>{before}</del>} <ins>{after}</ins>
                        </li>
                      ))}
                    </ul>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      {rows.length > shownRows && (
        <p className="field-note">{t('import.more', { shown: shownRows, total: rows.length })}</p>
      )}
    </>
  )
}
