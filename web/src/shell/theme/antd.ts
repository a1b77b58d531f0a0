import { theme, type ThemeConfig } from 'antd';
import { face, radius, size, type Ink } from '#style';

/** The antd theme of one ink: hairlines instead of shadows, one radius, a 4-px grid. */
export function antdTheme(ink: Ink): ThemeConfig {
  return {
    algorithm: ink.dark ? theme.darkAlgorithm : theme.defaultAlgorithm,
    token: {
      colorPrimary: ink.action,
      colorLink: ink.action,
      colorInfo: ink.action,
      colorSuccess: ink.good,
      colorWarning: ink.warn,
      colorError: ink.danger,
      colorText: ink.ink,
      colorTextSecondary: ink.secondary,
      colorTextTertiary: ink.secondary,
      colorTextDescription: ink.secondary,
      colorTextPlaceholder: ink.faint,
      colorBgBase: ink.surface,
      colorBgLayout: ink.page,
      colorBgContainer: ink.surface,
      colorBgElevated: ink.surface,
      colorBorder: ink.dark ? '#3A4450' : '#D6CEBD',
      colorBorderSecondary: ink.hairline,
      colorBorderDisabled: ink.hairline,
      colorSplit: ink.hairline,
      colorFillAlter: ink.sunken,
      colorPrimaryBg: ink.actionWash,
      colorErrorBg: ink.dangerWash,
      colorWarningBg: ink.warnWash,
      colorSuccessBg: ink.goodWash,
      colorInfoBg: ink.actionWash,
      fontFamily: face.text,
      fontFamilyCode: face.code,
      fontSize: size.text,
      fontSizeSM: size.small,
      fontSizeLG: size.lead,
      borderRadius: radius,
      borderRadiusLG: radius,
      borderRadiusSM: 4,
      boxShadow: ink.shadow,
      boxShadowSecondary: ink.shadow,
      boxShadowTertiary: 'none',
      motionDurationFast: '0.12s',
      motionDurationMid: '0.16s',
      motionDurationSlow: '0.2s',
      wireframe: false,
    },
    components: {
      Button: {
        primaryShadow: 'none',
        defaultShadow: 'none',
        dangerShadow: 'none',
        // Azurite on the dark ground is light: dark words on it, for contrast.
        primaryColor: ink.dark ? ink.page : '#FFFFFF',
        fontWeight: 500,
      },
      Table: {
        headerBg: ink.sunken,
        headerColor: ink.secondary,
        headerSplitColor: 'transparent',
        borderColor: ink.hairline,
        rowHoverBg: ink.dark ? '#202833' : '#FAF7F0',
        headerBorderRadius: 0,
        // 22 px of text and a hairline: rows of 40 px.
        cellPaddingBlockMD: 9,
        cellPaddingInlineMD: 12,
      },
      Tabs: { horizontalItemPadding: '10px 0', titleFontSize: size.text },
      Tooltip: { colorBgSpotlight: ink.dark ? '#313B47' : '#2B2A27' },
      Drawer: { paddingLG: 24 },
      Form: { labelColor: ink.secondary, verticalLabelPadding: '0 0 4px' },
      // Lighter than a dark ground, darker than a light one.
      Skeleton: {
        gradientFromColor: ink.dark ? ink.surface : ink.sunken,
        gradientToColor: ink.hairline,
      },
      Segmented: { trackBg: ink.sunken },
      Tag: { defaultBg: ink.sunken, defaultColor: ink.ink },
    },
  };
}
