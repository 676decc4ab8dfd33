import 'dayjs/locale/zh-cn'

export { default as antd } from 'antd/locale/zh_CN'
export const texts = import.meta.glob<Record<string, string>>(['./zh-CN/*.json', '!./zh-CN/public.json'], {
  eager: true,
  import: 'default',
})
