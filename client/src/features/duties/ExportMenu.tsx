import { DownloadOutlined } from '@ant-design/icons'
import { Button, Dropdown } from 'antd'
import { useTranslation } from 'react-i18next'

type Props = { address: string; query: Record<string, unknown>; total: number }

/** What is filtered, in the order shown, as a spreadsheet. */
export function ExportMenu({ address, query, total }: Props) {
  const { t } = useTranslation('instruments')
  const href = (format: string) => {
    const search = new URLSearchParams({ format })
    for (const [name, value] of Object.entries(query))
      if (value !== undefined && name !== 'page' && name !== 'size') search.set(name, String(value))
    return `${address}?${search}`
  }
  const items = ['xlsx', 'csv'].map(format => ({
    key: format,
    label: (
      <a href={href(format)} download>
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
