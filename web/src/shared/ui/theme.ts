import type { ThemeConfig } from 'antd';

export const SANS =
  '"Inter","Helvetica Neue","PingFang SC","HarmonyOS Sans SC","Microsoft YaHei","Noto Sans CJK SC","Noto Sans SC",sans-serif';
export const SERIF =
  '"Source Han Serif SC","Noto Serif SC","Noto Serif CJK SC","Songti SC","STZhongsong","Georgia",serif';

/** The one theme. The same figures stand as custom properties in `page.css` for what antd does not draw. */
export const theme: ThemeConfig = {
  cssVar: { key: 'ipm' },
  hashed: false,
  token: {
    colorPrimary: '#0b5cad',
    colorLink: '#0b5cad',
    colorLinkHover: '#08457f',
    colorInfo: '#0b5cad',
    colorSuccess: '#17703f',
    colorWarning: '#a15c07',
    colorError: '#b42318',
    colorText: '#14233a',
    colorTextSecondary: '#4b5a70',
    colorTextTertiary: '#5a687d',
    colorTextDescription: '#4b5a70',
    colorTextPlaceholder: '#6b6b6b',
    colorTextDisabled: '#6b7380',
    colorBgLayout: '#f4f6f7',
    colorBorder: '#c3ccd6',
    colorBorderSecondary: '#dfe5ea',
    borderRadius: 6,
    borderRadiusLG: 10,
    fontFamily: SANS,
    fontSize: 15,
    controlHeight: 38,
    controlHeightLG: 48,
    wireframe: false,
    motionDurationMid: '0.15s',
    // Who asked the system for stillness gets it: antd waits for no end of a movement that `page.css` leaves out.
    motion: !window.matchMedia('(prefers-reduced-motion: reduce)').matches,
  },
  components: {
    Card: { headerFontSize: 16 },
    Table: { headerBg: '#eef2f5', headerColor: '#33435a', cellPaddingBlock: 12 },
    Tabs: { titleFontSize: 15 },
    Descriptions: { labelBg: '#f4f6f7' },
    Button: { fontWeight: 500, primaryShadow: 'none', defaultShadow: 'none' },
    Tag: { defaultBg: '#eef2f5' },
  },
};
