import 'dayjs/locale/zh-cn'

export { default as antd } from 'antd/locale/zh_CN'
export const texts = import.meta.glob<Record<string, string>>(
  './zh-CN/{filters,find,instruments,notices,problems,session,shell,totp,ui,workbench}.json',
  { eager: true, import: 'default' },
)
