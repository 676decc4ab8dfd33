import { DownloadOutlined } from '@ant-design/icons'
import { Button, Dropdown } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { InstrumentQuery } from '../api.ts'

/** What is filtered, in the order shown, as a spreadsheet or as labels. */
export function ExportButton({ query, total }: { query: InstrumentQuery; total: number }) {
  const { t } = useTranslation('instruments')
  const { page: _page, size: _size, ...filters } = query
  const search = (given: Record<string, string>) => {
    const all = new URLSearchParams(given)
    for (const [name, value] of Object.entries(filters)) if (value !== undefined) all.set(name, String(value))
    return all
  }
  const items = ['xlsx', 'csv'].map(format => ({
    key: format,
    label: (
      <a href={`/api/instruments/export?${search({ format })}`} download>
        {t(`export.${format}`)}
      </a>
    ),
  }))
  const labels = { key: 'labels', label: <Link to={`/instruments/labels?${search({})}`}>{t('labels.title')}</Link> }
  return (
    <Dropdown menu={{ items: [...items, labels] }} trigger={['click']} disabled={total === 0}>
      <Button icon={<DownloadOutlined aria-hidden />}>
        {t('export.title', { total: total.toLocaleString('en-US') })}
      </Button>
    </Dropdown>
  )
}
