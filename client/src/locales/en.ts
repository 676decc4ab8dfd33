export { default as antd } from 'antd/locale/en_US'
export const texts = import.meta.glob<Record<string, string>>(['./en/*.json', '!./en/public.json'], {
  eager: true,
  import: 'default',
})
