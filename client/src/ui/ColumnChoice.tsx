import { SettingOutlined } from '@ant-design/icons'
import { Button, Checkbox, Popover } from 'antd'
import { useTranslation } from 'react-i18next'

type Props = {
  columns: { key: string; title: string; always?: boolean }[]
  hidden: string[]
  onChange: (hidden: string[]) => void
}

export function ColumnChoice({ columns, hidden, onChange }: Props) {
  const { t } = useTranslation('ui')
  const choices = (
    <div className="column-choice">
      {columns
        .filter(column => !column.always)
        .map(({ key, title }) => (
          <Checkbox
            key={key}
            checked={!hidden.includes(key)}
            onChange={({ target }) =>
              onChange(target.checked ? hidden.filter(other => other !== key) : [...hidden, key])
            }
          >
            {title}
          </Checkbox>
        ))}
    </div>
  )
  return (
    <Popover content={choices} trigger="click" placement="bottomRight">
      <Button className="column-choice-button" icon={<SettingOutlined aria-hidden />}>
        {t('table.columns')}
      </Button>
    </Popover>
  )
}
