import { DownloadOutlined } from '@ant-design/icons'
import { Button, Dropdown, type MenuProps } from 'antd'
import { useTranslation } from 'react-i18next'

type Props = {
  address: string
  /** What the list asks the server; the file holds all of its pages. */
  query: object
  total: number
  /** The button's words, where "57 rows" would not do. */
  title?: string
  /** Other ways to take the same rows out. */
  others?: MenuProps['items']
}

/** What is filtered, in the order shown, as a spreadsheet. */
export function ExportMenu({ address, query, total, title, others = [] }: Props) {
  const { t } = useTranslation('ui')
  const items = (['xlsx', 'csv'] as const).map(format => ({
    key: format,
    label: (
      <a href={`${address}?${searchOf(query, { format })}`} download>
        {t(`export.${format}`)}
      </a>
    ),
  }))
  return (
    <Dropdown menu={{ items: [...items, ...others] }} trigger={['click']} disabled={total === 0}>
      <Button icon={<DownloadOutlined aria-hidden />}>
        {title ?? t('export.title', { total: total.toLocaleString('en-US') })}
      </Button>
    </Dropdown>
  )
}

/** The list's filters and order without its page. */
export function searchOf(query: object, given: Record<string, string> = {}) {
  const search = new URLSearchParams(given)
  for (const [name, value] of Object.entries(query))
    if (value !== undefined && name !== 'page' && name !== 'size') search.set(name, String(value))
  return search
}
