import { DownloadOutlined } from '@ant-design/icons'
import { Button, Radio, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { Schema } from '../../api/client.ts'
import { ActionButton } from '../../ui/ActionButton.tsx'
import { FileButton, listFiles } from '../../ui/FileButton.tsx'
import { notify } from '../../ui/notices.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { ProblemAlert } from '../../ui/ProblemAlert.tsx'
import { useUrlState } from '../../ui/useUrlState.ts'
import { lastYear, useImportHours, usePreviewHoursImport, years } from './api.ts'
import './hours.css'

type Preview = Schema<'HoursImportPreview'>
type Outcome = Schema<'HoursOutcome'>
const outcomes: Outcome[] = ['refuse', 'change', 'leave']
const shownRows = 200

/** A list of a year's hours: what it would do is seen first, then all of it is taken over, or nothing. */
export function Component() {
  const { t } = useTranslation('hours')
  const navigate = useNavigate()
  const [url, change] = useUrlState(['year'] as const)
  const year = url.year ?? String(lastYear())
  const [file, setFile] = useState<File>()
  const preview = usePreviewHoursImport()
  const take = useImportHours()
  const found = preview.data

  const look = (chosen: File) => {
    take.reset()
    setFile(chosen)
    preview.mutate({ file: chosen, year })
  }
  const takeOver = async () => {
    const { changed } = await take.mutateAsync({ file: file!, year, fingerprint: found!.fingerprint })
    notify(t('saved', { count: changed }))
    await navigate(`/hours?year=${year}`)
  }
  const refusal =
    found && found.refuse > 0
      ? t('import.refusal', { count: found.refuse })
      : found?.change === 0
        ? t('import.nothing')
        : undefined

  return (
    <>
      <PageHeader title={t('import.title')} note={t('import.note')} />
      <section className="panel" aria-labelledby="file">
        <h2 id="file">{t('import.file')}</h2>
        <div className="hours-upload">
          <Select
            aria-label={t('year')}
            value={year}
            options={years().map(value => ({ value, label: t('yearOf', { year: value }) }))}
            onChange={value => {
              preview.reset()
              change({ year: value })
            }}
          />
          <Button icon={<DownloadOutlined aria-hidden />} href={`/api/sharing/hours/export?year=${year}`} download>
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
        <ProblemAlert error={preview.error} />
      </section>
      {found && (
        <section className="panel" aria-labelledby="preview">
          <h2 id="preview">{t('import.preview', { year: found.year })}</h2>
          <Rows key={found.fingerprint} preview={found} />
          <ProblemAlert error={take.error} />
          <div className="form-actions">
            <ActionButton
              type="primary"
              loading={take.isPending}
              {...(refusal ? { refusal } : {})}
              onClick={() => takeOver().catch(() => undefined)}
            >
              {t('save', { count: found.change })}
            </ActionButton>
            <Button onClick={() => navigate(`/hours?year=${year}`)}>{t('cancel')}</Button>
          </div>
        </section>
      )}
    </>
  )
}

function Rows({ preview }: { preview: Preview }) {
  const { t } = useTranslation('hours')
  const [outcome, setOutcome] = useState<Outcome>(outcomes.find(name => preview[name] > 0) ?? 'leave')
  const rows = preview.rows.filter(row => row.outcome === outcome)
  const pair = (effective: number | null, external: number | null) =>
    `${effective?.toLocaleString() ?? '—'} / ${external?.toLocaleString() ?? '—'}`
  return (
    <>
      <Radio.Group
        optionType="button"
        aria-label={t('import.outcome')}
        value={outcome}
        onChange={event => setOutcome(event.target.value)}
        options={outcomes.map(value => ({ value, label: t(`outcome.${value}`, { total: preview[value] }) }))}
      />
      {preview.aboveRated > 0 && <p className="field-note">{t('aboveRated', { count: preview.aboveRated })}</p>}
      {rows.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable by keyboard
        <section className="hours-rows" aria-label={t('import.title')} tabIndex={0}>
          <table>
            <thead>
              <tr>
                <th scope="col">{t('import.row')}</th>
                <th scope="col">{t('assetNumber')}</th>
                <th scope="col">{t('name')}</th>
                <th scope="col">{t('import.hours')}</th>
                <th scope="col">{t('remark')}</th>
              </tr>
            </thead>
            <tbody>
              {rows.slice(0, shownRows).map(row => (
                <tr key={row.number}>
                  <td className="number">{row.number}</td>
                  <td className="number">{row.assetNumber}</td>
                  <td>{row.name}</td>
                  <td className="number">
                    {outcome === 'change' && (
                      <>
                        <del>{pair(row.effectiveBefore, row.externalBefore)}</del>{' '}
                      </>
                    )}
                    {pair(row.effectiveHours, row.externalHours)}
                  </td>
                  <td>
                    {row.faults.map(fault => (
                      <div key={`${fault.column}${fault.code}`}>
                        <strong>{fault.column}</strong> {fault.content && <code>{fault.content}</code>}{' '}
                        {t(`fault.${fault.code}`)}
                      </div>
                    ))}
                    {row.aboveRated && <span className="tag tag-waiting">{t('above')}</span>}
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
