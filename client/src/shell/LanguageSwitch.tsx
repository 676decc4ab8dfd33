import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { changeLanguage } from '../words.ts'

export function LanguageSwitch({ short }: { short: boolean }) {
  const { i18n } = useTranslation()
  const other = i18n.language === 'en' ? 'zh-CN' : 'en'
  return (
    <Button className="shell-header-button" type="text" lang={other} onClick={() => changeLanguage(other)}>
      {other === 'zh-CN' ? '中文' : short ? 'EN' : 'English'}
    </Button>
  )
}
