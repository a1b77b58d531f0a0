import { describe, expect, it } from 'vitest';
import { light, makeFormat } from '#style';
import { breakdown } from './breakdown';
import { csv } from './csv';
import { classes, effects, evenings, levels, steps, weeks } from './fixtures/answers';
import { funnel } from './funnel';
import { history } from './history';
import { landed } from './landed';
import { interval, verdict } from './interval';
import { markAt, marksOf } from './mark';
import { matrix, onTwoLines } from './matrix';
import { escape, shade, wordsOn, type Option, type Pen } from './pen';
import { course } from './course';
import { rhythm } from './rhythm';
import { sizing } from './sizing';
import texts from './text.zh.json';
import { strokes } from './strokes';
import { trend } from './trend';

/** Says the Chinese text, its slots filled. */
const pen: Pen = {
  ink: light,
  format: makeFormat({ locale: 'zh', currency: 'CNY', zone: 'Asia/Shanghai' }),
  narrow: false,
  width: 720,
  rise: light.danger,
  fall: light.good,
  say: (key, words = {}) => {
    const found = key
      .split('.')
      .reduce<unknown>((at, part) => (at as Record<string, unknown>)[part], texts);
    return String(found).replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(words[name]));
  },
};

interface Series {
  name?: string;
  type: string;
  data: { value: unknown; row: number; itemStyle?: { color?: string } }[];
  label?: { formatter: (params: { dataIndex: number }) => string };
}
const seriesOf = (option: Option) => option.series as unknown as Series[];
const values = (series?: Series) => series?.data.map((point) => point.value);
const tipAt = (option: Option, dataIndex: number) =>
  (option.tooltip as { formatter: (p: unknown) => string }).formatter({ dataIndex });
const words = (html: string) =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

describe('marks', () => {
  it('are walked from left to right; silent series and dashed copies are passed over', () => {
    const line = trend(weeks, pen, { as: 'line', unit: 'money', grain: 'week', name: '销售额' });
    expect(marksOf(line).map((one) => [one.row, one.column])).toEqual([
      [0, 'value'],
      [1, 'value'],
      [2, 'value'],
      [3, 'value'],
    ]);
    expect(marksOf(funnel(steps, pen)).map((one) => one.row)).toEqual([0, 1, 2]);
    // In the order of their bars; what nobody knows stands where its size puts it.
    expect(marksOf(breakdown(levels, pen, { measure: 'revenue' })).map((one) => one.row)).toEqual([
      0, 2, 1,
    ]);
  });
});

describe('trend', () => {
  it('draws closed buckets solid, the running one dashed from the last closed, the past in grey', () => {
    const option = trend(weeks, pen, { as: 'line', unit: 'money', grain: 'week', name: '销售额' });
    const [closed, running, before] = seriesOf(option);
    expect(values(closed)).toEqual([120000.5, 90000, 260000, null]);
    expect(values(running)).toEqual([null, null, 260000, 40000]);
    expect(before?.data).toEqual([100000, 120000, 0, 80000]);
    expect((option.xAxis as { data: string[] }).data).toEqual(['10-26', '11-02', '11-09', '11-16']);
  });

  it('draws bars from zero', () => {
    const option = trend(weeks, pen, { as: 'bar', unit: 'money', grain: 'week', name: '销售额' });
    expect(values(seriesOf(option)[0])).toEqual([120000.5, 90000, 260000, 40000]);
    expect((option.yAxis as { min: number }).min).toBe(0);
  });

  it('says the full value, the change, and "—" where the base is nothing', () => {
    const option = trend(weeks, pen, { as: 'line', unit: 'money', grain: 'week', name: '销售额' });
    expect(words(tipAt(option, 0))).toBe(
      '2026年10月26日 起的一周 销售额 ¥120,000.50 上期 ¥100,000.00 环比 ↑ +20.0% 其中无法识别到客户 ¥2,000.00',
    );
    expect(words(tipAt(option, 2))).toBe(
      '2026年11月9日 起的一周 销售额 ¥260,000.00 上期 ¥0.00 环比 —',
    );
    expect(words(tipAt(option, 3))).toContain('进行中 周期未结束，数值还会变化');
  });

  it('writes the change on each bar beside the bar before, as long as there is room', () => {
    const beside = { previous: '上一周', change: '环比', isNeighbour: true };
    const look = { as: 'bar', unit: 'money', grain: 'week', name: '销售额', beside } as const;
    const [bars, line] = seriesOf(trend(weeks, pen, look));
    expect(line).toBeUndefined();
    expect([0, 1, 2].map((dataIndex) => bars?.label?.formatter({ dataIndex }))).toEqual([
      '{up|↑+20.0%}',
      '{down|↓−25.0%}',
      '{none|—}',
    ]);
    const shows = (width: number) =>
      (seriesOf(trend(weeks, { ...pen, width }, look))[0]?.label as { show?: boolean }).show;
    // Four bars: 56 pixels each, then 55.
    expect([shows(304), shows(300)]).toEqual([true, false]);
    expect(words(tipAt(trend(weeks, pen, look), 1))).toContain('上一周 ¥120,000.00 环比 ↓ −25.0%');
  });

  it('has no grey line when nothing is compared', () => {
    const alone = {
      ...weeks,
      columns: weeks.columns.slice(0, 2),
      rows: weeks.rows.map((r) => r.slice(0, 2)),
    };
    const option = trend(alone, pen, { as: 'bar', unit: 'count', grain: 'week', name: '订单数' });
    expect(seriesOf(option).map((series) => series.name)).toEqual(['订单数']);
  });
});

describe('funnel', () => {
  it('draws each step before the length of the first', () => {
    const [rest, bars] = seriesOf(funnel(steps, pen));
    expect(rest?.data).toEqual([12800, 12800, 12800]);
    expect(values(bars)).toEqual([12800, 5120, 1280]);
    expect([0, 1, 2].map((dataIndex) => rest?.label?.formatter({ dataIndex }))).toEqual([
      '{n|1.3万}',
      '{n|5,120}  {p|40.0%}\n{s|上一步的 40.0%}',
      '{n|1,280}  {p|10.0%}\n{s|上一步的 25.0%}',
    ]);
  });

  it('counts open windows apart and times in a unit of people', () => {
    expect(words(tipAt(funnel(steps, pen), 2))).toBe(
      '再次下单 客户数 1,280 较上一步 25.0% 较第一步 10.0% 走到这一步的时间（中位数） 30 天 窗口期未满 260',
    );
  });
});

describe('breakdown', () => {
  it('orders by size and greys what is not stated', () => {
    const option = breakdown(levels, pen, { measure: 'customers' });
    expect((option.yAxis as { data: string[] }).data).toEqual(['silver', 'gold', '未填写']);
    expect(seriesOf(option)[0]?.data).toEqual([
      { name: 'silver', value: 600, row: 2, column: 'customers' },
      { name: 'gold', value: 300, row: 0, column: 'customers' },
      {
        name: '未填写',
        value: 100,
        row: 1,
        column: 'customers',
        itemStyle: { color: light.others },
      },
    ]);
    expect(words(tipAt(option, 0))).toBe('silver 客户数 600 销售额 ¥450,000.00 占比 60.0%');
  });

  it('puts what exceeds twenty bars together, losing none', () => {
    const many = { ...levels, rows: Array.from({ length: 25 }, (_, i) => [`v${i}`, 25 - i, 0]) };
    const option = breakdown(many, pen, { measure: 'customers' });
    const data = seriesOf(option)[0]?.data ?? [];
    expect((option.yAxis as { data: string[] }).data.at(-1)).toBe('其余 6 项');
    // 6 + 5 + 4 + 3 + 2 + 1
    expect(data.at(-1)).toEqual({
      name: '其余 6 项',
      value: 21,
      row: -1,
      column: 'customers',
      itemStyle: { color: light.others },
    });
    expect(data.reduce((sum, point) => sum + Number(point.value), 0)).toBe(325);
    // 1,000 customers without a value: most of all, and yet last.
    const unknown = { ...many, rows: [[null, 1000, 0], ...many.rows] };
    const names = (breakdown(unknown, pen, { measure: 'customers' }).yAxis as { data: string[] })
      .data;
    expect([names.length, names[0], names.at(-2), names.at(-1)]).toEqual([
      20,
      'v0',
      '其余 7 项',
      '未填写',
    ]);
  });
});

describe('matrix', () => {
  it('places the eight groups: big spenders above, recent and frequent at the left', () => {
    const option = matrix(classes, pen, (group) => group.label.zh);
    expect(values(seriesOf(option)[0])).toEqual([
      [0, 0, 820],
      [2, 0, 240],
      [1, 0, 410],
      [3, 0, 380],
      [0, 1, 150],
      [2, 1, 90],
      [1, 1, 960],
      [3, 1, 1950],
    ]);
  });

  it('weighs by money when asked, and never below nothing', () => {
    const back = classes.map((group) =>
      group.code === '000' ? { ...group, revenue: -50 } : group,
    );
    const option = matrix(back, pen, (group) => group.label.zh, 'revenue');
    const cells = values(seriesOf(option)[0]) as number[][];
    expect(cells[0]).toEqual([0, 0, 721_600]);
    expect(cells.at(-1)).toEqual([3, 1, 0]);
    expect((option.visualMap as { max: number }).max).toBe(844_800);
  });

  it('puts a long name on two lines, cut where they are most alike', () => {
    expect(onTwoLines('Champions')).toEqual(['Champions']);
    expect(onTwoLines('Big spenders to win back')).toEqual(['Big spenders', 'to win back']);
    expect(onTwoLines('Newcomers to develop')).toEqual(['Newcomers', 'to develop']);
    expect(onTwoLines('重要价值客户')).toEqual(['重要价值客户']);
    expect(onTwoLines('曾经买得很多的老客户')).toEqual(['曾经买得很', '多的老客户']);
  });

  it('stands upright on a phone', () => {
    const option = matrix(classes, { ...pen, narrow: true }, (group) => group.label.zh);
    expect(values(seriesOf(option)[0])?.slice(0, 2)).toEqual([
      [0, 0, 820],
      [0, 2, 240],
    ]);
    expect((option.xAxis as { data: string[] }).data).toEqual(['消费高', '消费低']);
  });
});

describe('rhythm', () => {
  it('fills the week, hours without an order too', () => {
    const data = values(seriesOf(rhythm(evenings, pen))[0]) as number[][];
    expect(data).toHaveLength(7 * 24);
    expect(data.filter(([, , orders]) => orders! > 0)).toEqual([
      [20, 0, 3],
      [21, 2, 6],
      [22, 4, 2],
      [15, 5, 5],
      [16, 5, 4],
    ]);
  });
});

describe('interval', () => {
  it('keeps low, estimate and high, and judges by the whole interval', () => {
    expect(seriesOf(interval(effects, pen, 'share'))[0]?.data).toEqual([
      [0, 0.011, 0.032, 0.053],
      [1, -0.02, 0.012, 0.044],
    ]);
    const span = (low: number, high: number) => ({
      low,
      estimate: (low + high) / 2,
      high,
      level: 0.95,
    });
    expect(verdict(span(0.01, 0.05), pen)).toBe(light.good);
    expect(verdict(span(-0.05, -0.01), pen)).toBe(light.danger);
    expect(verdict(span(-0.01, 0.05), pen)).toBe(light.secondary);
  });
});

describe('history', () => {
  it('steps from run to run', () => {
    const option = history(
      [
        { day: '2026-11-20', size: 10, entered: 10, left: 0 },
        { day: '2026-11-21', size: 8, entered: 1, left: 3 },
      ],
      pen,
      '人数',
    );
    expect(values(seriesOf(option)[0])).toEqual([10, 8]);
    expect(words(tipAt(option, 1))).toBe('2026年11月21日 人数 8 新进入 1 离开 3');
  });
});

describe('landed', () => {
  it('draws a bar a file, whose parts are all of its rows', () => {
    const counts = { landed: 10, clean: 6, quarantined: 1, merged: 1, superseded: 2 };
    const option = landed(
      [
        {
          batch: 4,
          feed: 'orders',
          grain: 'order',
          name: 'a.csv',
          landedAt: '2026-03-01T04:00:00Z',
          landed: 10,
          counts,
        },
      ],
      pen,
      { clean: '可用', other: '其他', quarantined: '隔离' },
    );
    const series = option.series as { name: string; data: { value: number }[] }[];
    expect(series.map((one) => [one.name, one.data[0]?.value])).toEqual([
      ['可用', 6],
      ['其他', 3],
      ['隔离', 1],
    ]);
  });
});

describe('strokes', () => {
  it('stand above the line for what was bought and hang below it for what went back', () => {
    const option = strokes(
      [
        { day: '2026-03-01', amount: 120 },
        { day: '2026-03-09', amount: -20.5 },
      ],
      pen,
      '2026-06-30',
    );
    expect((option.xAxis as { max: string }).max).toBe('2026-06-30');
    const [bars] = seriesOf(option);
    expect(values(bars)).toEqual([
      ['2026-03-01', 120],
      ['2026-03-09', -20.5],
    ]);
    expect(bars?.data.map((bar) => bar.itemStyle?.color)).toEqual([light.series[0], light.danger]);
    expect(words(tipAt(option, 1))).toBe('2026年3月9日 退款 ¥20.50');
  });
});

describe('pen', () => {
  it('shades between the ends of a scale and writes in what reads on it', () => {
    expect(shade(['#000000', '#ffffff'], 0.5)).toBe('#808080');
    expect(shade(['#000000', '#ff0000', '#ffffff'], 1)).toBe('#ffffff');
    expect(wordsOn(light.sequential[0]!)).toBe('#1F2328');
    expect(wordsOn(light.sequential[4]!)).toBe('#FFFFFF');
  });

  it('lets no markup of a customer into a tooltip', () => {
    expect(escape('<img src=x onerror="a">&')).toBe('&lt;img src=x onerror=&quot;a&quot;&gt;&amp;');
  });
});

describe('marks and files', () => {
  it('name a mark by the first column', () => {
    expect(markAt(weeks, 1, 'value')).toEqual({ column: 'value', at: { bucket: '2026-11-02' } });
  });

  it('write CSV that Excel opens, without letting it calculate', () => {
    expect(
      csv({
        columns: [
          { name: '值', type: 'text' },
          { name: 'n', type: 'number' },
        ],
        rows: [
          ['=1+1', -5],
          ['a,"b"', null],
        ],
      }),
    ).toBe('\uFEFF值,n\r\n\'=1+1,-5\r\n"a,""b""",\r\n');
  });
});

/** 2,000 against 500; before, 1 order of a thousand in both; then 5 against 2. */
const days = [
  { nth: -1, treated: pace(2, 1, 0), control: pace(1, 1, 0) },
  { nth: 0, treated: pace(10, 5, 0.005), control: pace(1, 2, 0.002) },
];
function pace(orders: number, ordersPerThousand: number, converted: number) {
  return { orders, ordersPerThousand, converted };
}

describe('both groups of a campaign day by day', () => {
  const look = {
    treated: '发送组',
    control: '对照组',
    sent: '发送',
    day: (nth: number) => `第 ${nth} 天`,
  };

  it('begin before the message, which is a line across', () => {
    const daily = course(days, pen, { ...look, as: 'daily' });
    expect((daily.xAxis as { data: string[] }).data).toEqual(['−1', '1']);
    expect(seriesOf(daily).map(({ name, data }) => [name, data])).toEqual([
      ['发送组', [1, 5]],
      ['对照组', [1, 2]],
    ]);
    const line = (daily.series as { markLine?: { data: unknown } }[])[0]?.markLine;
    expect(line?.data).toEqual([{ xAxis: 1 }]);
    expect(words(tipAt(daily, 1))).toBe('第 0 天 发送组 5 对照组 2');
  });

  it('add up from the message on, alone when nobody was held back', () => {
    const alone = days.map(({ nth, treated }) => ({ nth, treated }));
    const sum = course(alone, pen, { ...look, as: 'sum' });
    expect(seriesOf(sum).map(({ name, data }) => [name, data])).toEqual([['发送组', [0.005]]]);
    expect(words(tipAt(sum, 0))).toBe('第 0 天 发送组 0.5%');
  });
});

describe('sizes of the control group', () => {
  const shares = [0, 100, 500].map((controlPerMille) => ({
    controlPerMille,
    treated: 1000 - controlPerMille,
    control: controlPerMille,
    ...(controlPerMille === 0 ? {} : { detectable: controlPerMille === 100 ? 0.08 : 0.047 }),
    enough: controlPerMille === 500,
  }));
  const look = {
    unit: 'points' as const,
    worth: 0.05,
    name: '看得出',
    wanted: '想看出',
    held: '对照组',
  };

  it('are a curve of what they see, the chosen one a dot in the colour of its verdict', () => {
    const weak = seriesOf(sizing(shares, pen, { ...look, chosen: 100 }));
    expect(weak[0]?.data).toEqual([
      [10, 0.08],
      [50, 0.047],
    ]);
    expect(weak[1]).toMatchObject({ data: [[10, 0.08]], itemStyle: { color: light.warn } });
    expect(weak[0]).toMatchObject({ markLine: { data: [{ yAxis: 0.05 }], precision: 6 } });
    const enough = seriesOf(sizing(shares, pen, { ...look, chosen: 500 }));
    expect(enough[1]).toMatchObject({ data: [[50, 0.047]], itemStyle: { color: light.good } });
    expect(seriesOf(sizing(shares, pen, { ...look, chosen: 0 }))).toHaveLength(1);
    expect(words(tipAt(sizing(shares, pen, { ...look, chosen: 0 }), 0))).toBe(
      '10% 对照组 100 看得出 8.0 个百分点',
    );
  });
});
