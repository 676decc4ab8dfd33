export { default as antd } from 'antd/locale/en_US'
export const texts = import.meta.glob<Record<string, string>>(
  './en/{filters,find,instruments,notices,problems,session,shell,totp,ui,workbench}.json',
  { eager: true, import: 'default' },
)
