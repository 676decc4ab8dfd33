import { DownloadOutlined } from '@ant-design/icons'
import { Button, Dropdown } from 'antd'
import { useTranslation } from 'react-i18next'
import type { InstrumentQuery } from '../api.ts'

/** What is filtered, in the order shown, as a spreadsheet. */
export function ExportButton({ query, total }: { query: InstrumentQuery; total: number }) {
  const { t } = useTranslation('instruments')
  const { page: _page, size: _size, ...filters } = query
  const address = (format: string) => {
    const search = new URLSearchParams({ format })
    for (const [name, value] of Object.entries(filters)) if (value !== undefined) search.set(name, String(value))
    return `/api/instruments/export?${search}`
  }
  const items = ['xlsx', 'csv'].map(format => ({
    key: format,
    label: (
      <a href={address(format)} download>
        {t(`export.${format}`)}
      </a>
    ),
  }))
  return (
    <Dropdown menu={{ items }} trigger={['click']} disabled={total === 0}>
      <Button icon={<DownloadOutlined aria-hidden />}>
        {t('export.title', { total: total.toLocaleString('en-US') })}
      </Button>
    </Dropdown>
  )
}
