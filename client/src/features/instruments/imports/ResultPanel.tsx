import { DownloadOutlined } from '@ant-design/icons'
import { Alert, Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate } from 'react-router'
import { faultsFileAddress, type Import } from './api.ts'

/** What came of it, and where to go from here. */
export function ResultPanel({ import: { id, result } }: { import: Import }) {
  const { t } = useTranslation('imports')
  const navigate = useNavigate()
  if (!result) return null
  const counted = (rows: number) => rows.toLocaleString('en-US')
  return (
    <section className="panel" aria-labelledby="result">
      <h2 id="result">{t('result.title')}</h2>
      <Alert
        type={result.refused > 0 ? 'warning' : 'success'}
        showIcon
        role="status"
        title={t('result.summary', {
          created: counted(result.created),
          changed: counted(result.changed),
          left: counted(result.left),
          refused: counted(result.refused),
        })}
      />
      <div className="result-ways">
        {result.created > 0 && (
          <Button type="primary" onClick={() => navigate('/instruments?lifeCycle=draft')}>
            {t('result.toDrafts', { count: result.created })}
          </Button>
        )}
        {result.refused > 0 && (
          <Button icon={<DownloadOutlined aria-hidden />} href={faultsFileAddress(id)} download>
            {t('faults.download')}
          </Button>
        )}
        <Link to="/instruments">{t('result.toInstruments')}</Link>
        <Link to="/instruments/imports">{t('result.toImports')}</Link>
      </div>
      {result.created > 0 && <p className="field-note">{t('result.next')}</p>}
    </section>
  )
}
