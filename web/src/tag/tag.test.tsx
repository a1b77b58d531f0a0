import { fireEvent, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Condition, Rfm, TagView } from '#api';
import { open, serve, signedIn } from '#testing';
import { renamed } from './builder/renamed';
import { conditionOf, holders } from './holding';
import { tag } from './section';
import { linesOf } from './rfm/lines';

const bought: Condition = {
  type: 'behaviour',
  measure: {
    entity: 'order',
    rows: { type: 'compare', field: 'order.kind', op: 'EQ', value: 'sale' },
    aggregate: 'DAYS_SINCE_LAST',
    window: { type: 'ever' },
  },
  op: 'GT',
  bound: 90,
};

const asleep: TagView = {
  id: 'sleeping_90',
  trait: 'tag/sleeping_90',
  label: { zh: '沉睡客户', en: 'Asleep' },
  category: 'lifecycle',
  categoryLabel: { zh: '生命周期', en: 'Life cycle' },
  categoryPath: [{ zh: '生命周期', en: 'Life cycle' }],
  meaning: { zh: '曾经购买，但近 90 天没有再买。', en: 'Bought before, not in 90 days.' },
  rule: { type: 'rule', cases: [{ value: true, when: bought }] },
  ready: true,
  status: 'PUBLISHED',
  type: 'flag',
  holders: 30,
  customers: 120,
  coverage: 0.25,
  values: [{ value: true, label: { zh: 'true', en: 'true' }, customers: 30 }],
  computedAt: '2026-11-22T01:00:00Z',
  counting: false,
  changedAt: '2026-11-01T01:00:00Z',
  owner: { zh: '系统', en: 'System' },
  version: 1,
};

const group = (code: string, zh: string, customers: number, revenue: number) => ({
  code,
  value: code,
  label: { zh, en: zh },
  customers,
  share: customers / 40,
  averageR: 40,
  averageF: 2.25,
  averageM: revenue / customers,
  revenue,
  revenueShare: revenue / 10_000,
});

const rfmTag: TagView = {
  ...asleep,
  id: 'rfm',
  trait: 'tag/rfm',
  label: { zh: 'RFM 客户分群', en: 'RFM groups' },
  rule: { type: 'rfm', windowDays: 365, split: 'MEAN', names: {} },
  type: 'text',
  holders: 40,
  values: [
    { value: '111', label: { zh: '重要价值客户', en: 'Champions' }, customers: 10 },
    { value: '000', label: { zh: '一般挽留客户', en: 'To win back' }, customers: 30 },
  ],
};

const report: Rfm = {
  settings: { type: 'rfm', windowDays: 365, split: 'MEAN', names: {} },
  asOf: '2026-11-22',
  windowDays: 365,
  thresholds: { r: 139.52, f: 2.41, m: 443.33 },
  classes: [group('111', '重要价值客户', 10, 8000), group('000', '一般挽留客户', 30, 2000)],
  without: 80,
};

const words = {
  attributes: [],
  behaviours: [],
  traits: [
    { trait: 'tag/rfm', label: rfmTag.label, type: 'text', values: [] },
    { trait: 'tag/sleeping_90', label: asleep.label, type: 'flag', values: [] },
  ],
};

const nobody = { total: 0, asOf: '2026-11-22', rows: [] };

describe('who has a tag', () => {
  it('is asked by yes, by each of its values, or by any number', () => {
    expect(holders(asleep)).toEqual({
      type: 'holds',
      trait: 'tag/sleeping_90',
      op: 'EQ',
      value: true,
    });
    expect(holders(rfmTag)).toEqual({
      type: 'any',
      of: [
        { type: 'holds', trait: 'tag/rfm', op: 'EQ', value: '111' },
        { type: 'holds', trait: 'tag/rfm', op: 'EQ', value: '000' },
      ],
    });
    expect(holders({ trait: 'tag/spent', type: 'decimal', values: [] })).toEqual({
      type: 'any',
      of: [
        { type: 'holds', trait: 'tag/spent', op: 'GE', value: 0 },
        { type: 'holds', trait: 'tag/spent', op: 'LT', value: 0 },
      ],
    });
  });

  it('follows from one condition only where the tag says yes or nothing', () => {
    expect(conditionOf(asleep.rule)).toEqual(bought);
    expect(conditionOf(rfmTag.rule)).toBeNull();
    const two = [
      { value: true, when: bought },
      { value: true, when: bought },
    ];
    expect(conditionOf({ type: 'rule', cases: two })).toBeNull();
    expect(conditionOf({ type: 'rule', cases: [{ value: 'a', when: bought }] })).toBeNull();
  });
});

describe('a name that is typed', () => {
  it('stands in both languages, unless it was left as it was', () => {
    expect(renamed(asleep.label, '沉睡客户', '沉睡客户')).toEqual(asleep.label);
    expect(renamed(asleep.label, '老客', '沉睡客户')).toEqual({ zh: '老客', en: '老客' });
    expect(renamed(undefined, '', '')).toEqual({ zh: '', en: '' });
  });
});

describe('the lines of RFM', () => {
  it('are whole days on the side where a customer can stand', () => {
    expect(linesOf({ r: 139.52, f: 2.41, m: 443.33 })).toEqual({ r: 139, f: 3, m: 443.33 });
    expect(linesOf({ r: 65, f: 2, m: 240 })).toEqual({ r: 65, f: 2, m: 240 });
  });
});

describe('the tag pages', () => {
  it('tell in the library what a tag means and how many have it, and find it by its words', async () => {
    serve({
      'GET /api/session': signedIn,
      'GET /api/runs': [],
      'GET /api/tags': [asleep, rfmTag],
      'GET /api/segments/vocabulary': words,
    });
    open('/tags?q=最近一次购买距今', [tag]);
    const table = await screen.findByRole('region', { name: '标签' });
    expect(within(table).getByText('沉睡客户')).toBeTruthy();
    expect(table.textContent).toContain('最近一次购买距今超过 90 天');
    expect(within(table).getByText('25.0%')).toBeTruthy();
    expect(within(table).getByText('预置')).toBeTruthy();
    expect(within(table).queryByText('RFM 客户分群')).toBeNull();
  });

  it('show many tags a page at a time, in the order asked for, their categories folded', async () => {
    const many = Array.from({ length: 45 }, (_, i): TagView => {
      const [above, below] = [`类${i % 6}`, `细${i % 18}`];
      return {
        ...asleep,
        id: `t${i}`,
        label: { zh: `标签 ${i}`, en: `Tag ${i}` },
        category: `${above}/${below}`,
        categoryLabel: { zh: '', en: '' },
        categoryPath: [above, below].map((step) => ({ zh: step, en: step })),
        holders: (i * 7) % 45,
      };
    });
    serve({
      'GET /api/session': signedIn,
      'GET /api/runs': [],
      'GET /api/tags': many,
      'GET /api/segments/vocabulary': words,
    });
    open('/tags?sort=-holders&offset=40', [tag]);
    const table = await screen.findByRole('region', { name: '标签' });
    const names = () =>
      within(table)
        .getAllByText(/^标签 \d+$/)
        .map((one) => one.textContent);
    // (i × 7) mod 45 is 4, 3, 2, 1 and 0 for these, the five with the fewest holders.
    expect(names()).toEqual(['标签 7', '标签 39', '标签 26', '标签 13', '标签 0']);
    const categories = screen.getByRole('navigation', { name: '分类' });
    expect(within(categories).getByText('类5')).toBeTruthy();
    expect(within(categories).queryByText('细5')).toBeNull();
    fireEvent.change(screen.getByLabelText('按名称或口径查找'), { target: { value: '标签 4' } });
    // Of what is found, from the first page on: 4, 40 … 44, by 28, 10, 17, 24, 31, 38 holders.
    expect(names()).toEqual(['标签 44', '标签 43', '标签 4', '标签 42', '标签 41', '标签 40']);
    fireEvent.click(within(categories).getByText('类4'));
    // Their category is i mod 6 = 4.
    expect(names()).toEqual(['标签 4', '标签 40']);
    expect(window.location.search).toContain('sort=-holders');
    expect(window.location.search).not.toContain('offset');
  });

  it('show RFM with its lines in their units, money per group, and who bought nothing apart', async () => {
    serve({
      'GET /api/session': signedIn,
      'GET /api/runs': [],
      'GET /api/tags/rfm': rfmTag,
      'GET /api/tags/rfm/rfm': report,
      'GET /api/tags/rfm/history/values': [
        { day: '2026-11-21', value: '111', holders: 8, entered: 8, left: 0 },
        { day: '2026-11-22', value: '111', holders: 10, entered: 3, left: 1 },
      ],
      'GET /api/tags/rfm/latest': [],
      'GET /api/segments/vocabulary': words,
      'POST /api/profile/customers/search': nobody,
    });
    open('/tags/rfm', [tag]);
    expect(await screen.findByText('139 天以内买过')).toBeTruthy();
    expect(screen.getByText('在 3 个或更多日子买过')).toBeTruthy();
    expect(screen.getByText('净消费 ¥443.33 及以上')).toBeTruthy();
    const champions = document.getElementById('rfm-111')!;
    expect(within(champions).getByText('¥8,000')).toBeTruthy();
    expect(within(champions).getByText('80.0%')).toBeTruthy();
    expect(await within(champions).findByText(/新获得 3，失去 1/)).toBeTruthy();
    expect(within(champions).getByText('存为人群').getAttribute('href')).toContain(
      encodeURIComponent('"value":"111"'),
    );
    const without = screen.getByText('期间未购', { selector: 'h2' }).closest('section')!;
    expect(within(without).getByText('80')).toBeTruthy();
  });
});
