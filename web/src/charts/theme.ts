import { face, type Ink } from '#style';

/** The ECharts theme, from the same tokens as the antd theme. */
export function chartTheme(ink: Ink): Record<string, unknown> {
  const words = { color: ink.secondary, fontFamily: face.text, fontSize: 12 };
  const axis = {
    axisLine: { lineStyle: { color: ink.hairline } },
    axisTick: { show: false },
    axisLabel: words,
    nameTextStyle: words,
    splitLine: { lineStyle: { color: ink.hairline, width: 1 } },
    splitArea: { show: false },
  };
  return {
    darkMode: ink.dark,
    color: ink.series,
    backgroundColor: 'transparent',
    textStyle: { fontFamily: face.text, color: ink.ink },
    categoryAxis: { ...axis, splitLine: { show: false } },
    valueAxis: { ...axis, axisLine: { show: false } },
    timeAxis: { ...axis, splitLine: { show: false } },
    legend: { textStyle: words, icon: 'roundRect', itemWidth: 12, itemHeight: 4 },
    tooltip: {
      backgroundColor: ink.surface,
      borderColor: ink.hairline,
      borderWidth: 1,
      padding: [8, 12],
      textStyle: { color: ink.ink, fontFamily: face.text, fontSize: 12 },
      extraCssText: `border-radius:6px;box-shadow:${ink.shadow};`,
      axisPointer: { lineStyle: { color: ink.faint }, crossStyle: { color: ink.faint } },
    },
    line: { symbol: 'circle', symbolSize: 7, smooth: false, lineStyle: { width: 2 } },
    bar: { itemStyle: { borderRadius: 2 } },
  };
}
