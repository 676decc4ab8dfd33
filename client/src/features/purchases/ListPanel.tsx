import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FileButton, listFiles } from '../../ui/FileButton.tsx'
import { ProblemAlert } from '../../ui/ProblemAlert.tsx'
import { saveFile } from '../../ui/saveFile.ts'
import { useCheckList, useListWorkbook, type Wish } from './api.ts'

const bands: Record<string, string> = {
  sameModel: 'tag tag-bad',
  sameKind: 'tag tag-waiting',
  near: 'tag',
  none: 'tag tag-good',
}

/** A spreadsheet of up to 200 wishes at once; each can be opened as a check of its own. */
export function ListPanel({ onOpen }: { onOpen: (wish: Wish) => void }) {
  const { t } = useTranslation('purchases')
  const [file, setFile] = useState<File>()
  const check = useCheckList()
  const workbook = useListWorkbook()
  return (
    <details className="panel wish-panel">
      <summary>{t('list')}</summary>
      <p className="field-note">{t('list.note')}</p>
      <p className="list-actions">
        <FileButton
          type="primary"
          title={t('list.check')}
          label={t('list.file')}
          accept={listFiles}
          loading={check.isPending}
          onChoose={chosen => {
            setFile(chosen)
            check.mutate(chosen)
          }}
        />
        {file && <span>{file.name}</span>}
        {check.data && file && (
          <Button
            loading={workbook.isPending}
            onClick={async () => saveFile(await workbook.mutateAsync(file), `${t('result')}.xlsx`)}
          >
            {t('list.download')}
          </Button>
        )}
      </p>
      <ProblemAlert error={check.error ?? workbook.error} />
      {check.data?.state === 'notFinished' && <p role="status">{t('state.notFinished')}</p>}
      {check.data?.state === 'finished' && (
        <div className="side-by-side list-result">
          <table>
            <caption>{t('list.finished', { count: check.data.rows.length })}</caption>
            <thead>
              <tr>
                <th scope="col">{t('sides.wish')}</th>
                <th scope="col">{t('list.band')}</th>
                <th scope="col">{t('list.counts')}</th>
                <th scope="col">{t('list.nearest')}</th>
                <th scope="col">{t('list.open')}</th>
              </tr>
            </thead>
            <tbody>
              {check.data.rows.map(row => (
                <tr key={row.row}>
                  <td>
                    {row.name} {row.model}
                  </td>
                  <td>
                    <span className={bands[row.band] ?? 'tag'}>{t(`band.${row.band}`)}</span>
                  </td>
                  <td>{t('list.counts.value', { same: row.sameModel, kind: row.sameKind, near: row.near })}</td>
                  <td>
                    {row.nearestName} {row.nearestModel} {row.nearestUnit}
                  </td>
                  <td>
                    <Button size="small" onClick={() => onOpen(wishOf(row))}>
                      {t('list.open')}
                      <span className="visually-hidden"> {row.name ?? row.model}</span>
                    </Button>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </details>
  )
}

const wishOf = (row: { name: string | null; model: string | null; manufacturer: string | null }): Wish => ({
  name: row.name,
  model: row.model,
  manufacturer: row.manufacturer,
  englishName: null,
  classificationCode: null,
  specifications: null,
  purpose: null,
  priceYuan: null,
  size: null,
})
