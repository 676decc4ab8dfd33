import type { ThemeConfig } from 'antd'

/** Calm government blue, dense, with contrast that passes WCAG AA on white and on the page's grey. */
export const theme: ThemeConfig = {
  token: {
    colorPrimary: '#17539b',
    colorLink: '#17539b',
    colorLinkHover: '#0f3d78',
    colorError: '#b42318',
    colorWarning: '#b54708',
    colorSuccess: '#1e7a3c',
    colorInfo: '#17539b',
    // The tints that would be derived from such dark colours are muddy.
    colorErrorBg: '#fdf1f0',
    colorErrorBorder: '#f0b8b2',
    colorWarningBg: '#fdf6ea',
    colorWarningBorder: '#e5c99a',
    colorSuccessBg: '#eef8f1',
    colorSuccessBorder: '#a9d5b6',
    colorInfoBg: '#eef4fb',
    colorInfoBorder: '#b5cbe6',
    colorTextPlaceholder: '#6b7480',
    colorTextDescription: '#59636e',
    borderRadius: 3,
    fontSize: 14,
    // Calm, and every answer at once.
    motion: false,
    fontFamily:
      "system-ui, -apple-system, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Noto Sans SC', sans-serif",
  },
  components: {
    Layout: { headerHeight: 48, headerPadding: '0 16px', headerBg: '#0f3d78', siderBg: '#fff', bodyBg: '#f3f5f8' },
    Form: { itemMarginBottom: 20, verticalLabelPadding: '0 0 4px' },
  },
}
