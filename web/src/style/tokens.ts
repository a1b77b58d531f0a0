/**
 * The one list of colours, sizes and faces. The antd theme, the ECharts theme and the CSS variables
 * (`--gb-…`) are all made from it, so a pigment is changed in one place.
 *
 * Names are those of the paint box: 石青 azurite for what can be done, 石绿 malachite for what is
 * well, 藤黄 gamboge for what wants a look, 胭脂 rouge for what is wrong, 朱砂 cinnabar for the seal.
 */
export interface Ink {
  dark: boolean;
  /** The paper everything lies on. */
  page: string;
  /** What lies on the paper: tables, cards, drawers. */
  surface: string;
  /** Below the paper: table heads, code, wells. */
  sunken: string;
  /** What is left of a bar up to its whole, and a place of a map where there is nobody. */
  rest: string;
  hairline: string;
  ink: string;
  secondary: string;
  /** For lines, icons and marks; too light for words. */
  faint: string;
  action: string;
  actionWash: string;
  good: string;
  goodWash: string;
  warn: string;
  warnWash: string;
  danger: string;
  dangerWash: string;
  seal: string;
  /** What floats: menus, drawers, dialogs. */
  shadow: string;
  /** In this order; every pair tells apart under four kinds of sight. */
  series: readonly string[];
  /** "All others", and the period compared with. */
  others: string;
  /** From paper to azurite, for amounts. */
  sequential: readonly string[];
  /** Rouge, paper, azurite: for above and below a middle. */
  diverging: readonly string[];
}

export const light: Ink = {
  dark: false,
  page: '#FBF9F4',
  surface: '#FFFFFF',
  sunken: '#F4F0E6',
  rest: '#F4F0E6',
  hairline: '#E6E0D3',
  ink: '#1F2328',
  secondary: '#5C564B',
  faint: '#8A8375',
  action: '#1E5F94',
  actionWash: '#EAF1F6',
  good: '#2B7F66',
  goodWash: '#E7F2EE',
  warn: '#8F6200',
  warnWash: '#FBF1D2',
  danger: '#A8324A',
  dangerWash: '#F8EAED',
  seal: '#C23B2E',
  shadow: '0 8px 24px rgba(46, 38, 24, 0.10), 0 1px 3px rgba(46, 38, 24, 0.06)',
  series: ['#1F6299', '#D0701F', '#2F9C7A', '#A8324A', '#74BEDD', '#EFD06A', '#9A86C9', '#7C838C'],
  others: '#B4AD9E',
  sequential: ['#F6F2E8', '#CFDDE4', '#9FBFD3', '#6497BC', '#1E5F94'],
  diverging: ['#A8324A', '#D9A3AC', '#F6F2E8', '#9FBFD3', '#1E5F94'],
};

export const dark: Ink = {
  dark: true,
  page: '#12161C',
  surface: '#1A2029',
  sunken: '#0D1015',
  rest: '#262E38',
  hairline: '#2D3540',
  ink: '#E8E6E1',
  secondary: '#ABA79D',
  faint: '#7D7A72',
  action: '#5AA0D8',
  actionWash: '#1B2D3D',
  good: '#5FBF9F',
  goodWash: '#17302A',
  warn: '#E3B655',
  warnWash: '#33290F',
  danger: '#EC8299',
  dangerWash: '#3A1D25',
  seal: '#CF4A3C',
  shadow: '0 8px 24px rgba(0, 0, 0, 0.45), 0 1px 3px rgba(0, 0, 0, 0.4)',
  series: ['#5AA0D8', '#E88A3C', '#5FBF9F', '#E0665C', '#A7DDF2', '#F2DD8A', '#D3BFF7', '#9AA3AD'],
  others: '#6B7078',
  sequential: ['#1E252E', '#22405A', '#2C5F88', '#417FB3', '#5AA0D8'],
  diverging: ['#E0665C', '#7A443F', '#1E252E', '#2C5F88', '#5AA0D8'],
};

export const face = {
  /** Words and figures. */
  text: '-apple-system, "Segoe UI", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", system-ui, sans-serif',
  /** The brand's voice: headings in a Song face. */
  song: '"Songti SC", "Source Han Serif SC", "Noto Serif CJK SC", "SimSun", Georgia, serif',
  code: 'ui-monospace, "SF Mono", "Cascadia Mono", Menlo, Consolas, "Noto Sans Mono CJK SC", monospace',
} as const;

export const size = { small: 12, text: 14, lead: 16, title: 20, display: 28 } as const;

export const radius = 6;

/** The tokens as CSS variables, ready to be written into a style element. */
export function cssVariables(ink: Ink): string {
  const named: [string, string][] = [
    ['page', ink.page],
    ['surface', ink.surface],
    ['sunken', ink.sunken],
    ['hairline', ink.hairline],
    ['ink', ink.ink],
    ['secondary', ink.secondary],
    ['faint', ink.faint],
    ['action', ink.action],
    ['action-wash', ink.actionWash],
    ['good', ink.good],
    ['good-wash', ink.goodWash],
    ['warn', ink.warn],
    ['warn-wash', ink.warnWash],
    ['danger', ink.danger],
    ['danger-wash', ink.dangerWash],
    ['seal', ink.seal],
    ['shadow', ink.shadow],
    ['others', ink.others],
    ['face-text', face.text],
    ['face-song', face.song],
    ['face-code', face.code],
    ['radius', `${radius}px`],
    ...ink.series.map((colour, i): [string, string] => [`series-${i + 1}`, colour]),
  ];
  return named.map(([name, value]) => `--gb-${name}: ${value};`).join(' ');
}
