import { StrictMode, useCallback, useState } from 'react';
import { createRoot } from 'react-dom/client';
import type { Table } from '#api';
import { Panel, Studio, switchLanguage, useLabel, useLocale, useTranslation } from '#shell';
import { breakdown } from './breakdown';
import { Chart } from './Chart';
import { classes, effects, evenings, levels, steps, weeks } from './fixtures/answers';
import {
  groupLikeness,
  provincesOf,
  spendBins,
  stepsByCity,
  weeksByChannel,
} from './fixtures/parts';
import { funnel } from './funnel';
import { history } from './history';
import { interval } from './interval';
import { likeness } from './likeness';
import { matrix } from './matrix';
import type { Drawing } from './pen';
import { province } from './province';
import { rhythm } from './rhythm';
import { spread } from './spread';
import { trend } from './trend';
import { funnelParts, trendParts } from './trendParts';

/**
 * Every chart with made-up figures, side by side: `npm run dev`, then /gallery.html. Not part of the
 * built product.
 */
function Gallery() {
  const { t } = useTranslation('charts');
  const label = useLabel();
  const locale = useLocale();
  const [clicked, setClicked] = useState('');
  const onMark = (row: number, column: string) => setClicked(`${column} ${row}`);
  const revenue = t('revenue');
  const line = useCallback<Drawing>(
    (pen) => trend(weeks, pen, { as: 'line', unit: 'money', grain: 'week', name: revenue }),
    [revenue],
  );
  const bars = useCallback<Drawing>(
    (pen) => trend(weeks, pen, { as: 'bar', unit: 'money', grain: 'week', name: revenue }),
    [revenue],
  );
  const path = useCallback<Drawing>((pen) => funnel(steps, pen), []);
  const parts = useCallback<Drawing>((pen) => breakdown(levels, pen, { measure: 'revenue' }), []);
  const groups = useCallback<Drawing>(
    (pen) => matrix(classes, pen, (group) => label(group.label)),
    [label],
  );
  const hours = useCallback<Drawing>((pen) => rhythm(evenings, pen), []);
  const lifts = useCallback<Drawing>((pen) => interval(effects, pen, 'share'), []);
  const size = useCallback<Drawing>(
    (pen) =>
      history(
        [
          { day: '2026-11-18', size: 800, entered: 800, left: 0 },
          { day: '2026-11-19', size: 960, entered: 200, left: 40 },
          { day: '2026-11-21', size: 930, entered: 10, left: 40 },
        ],
        pen,
        t('customers'),
      ),
    [t],
  );
  const unknown = t('unknown');
  const apart = useCallback<Drawing>(
    (pen) =>
      trendParts(weeksByChannel, pen, {
        as: 'bar',
        unit: 'money',
        grain: 'week',
        adds: true,
        name: String,
        unknown,
      }),
    [unknown],
  );
  const paths = useCallback<Drawing>(
    (pen) => funnelParts(stepsByCity, pen, { name: String, unknown }),
    [unknown],
  );
  const bins = useCallback<Drawing>(
    (pen) => spread(spendBins, pen, { bound: String, whole: false, counted: t('customers') }),
    [t],
  );
  const like = useCallback<Drawing>(
    (pen) => likeness(groupLikeness, pen, { name: (_, value) => String(value), sort: 'weight' }),
    [],
  );
  const map = useCallback<Drawing>(
    (pen) => province(provincesOf, pen, { measure: 'customers' }),
    [],
  );
  const none: Table = { columns: weeks.columns, rows: [] };
  const shown: [string, Drawing, Table, number][] = [
    ['trend, line', line, weeks, 260],
    ['trend, bar', bars, weeks, 260],
    ['funnel', path, steps, 220],
    ['breakdown', parts, levels, 160],
    [
      'matrix',
      groups,
      plain(
        ['code', 'customers'],
        classes.map((c) => [c.code, c.customers]),
      ),
      280,
    ],
    [
      'rhythm',
      hours,
      plain(
        ['weekday'],
        evenings.map((e) => [e.weekday]),
      ),
      220,
    ],
    [
      'interval',
      lifts,
      plain(
        ['name'],
        effects.map((e) => [e.name]),
      ),
      160,
    ],
    ['history', size, plain(['day'], [['2026-11-18']]), 220],
    ['trendParts', apart, weeksByChannel, 260],
    ['funnelParts', paths, stepsByCity, 220],
    ['spread', bins, spendBins, 220],
    ['likeness', like, groupLikeness, 180],
    ['province', map, provincesOf, 400],
    ['nothing', line, none, 220],
  ];
  return (
    <main style={{ padding: 24 }}>
      <button type="button" onClick={() => switchLanguage(locale === 'zh' ? 'en' : 'zh')}>
        {locale} {clicked}
      </button>
      <div
        style={{
          display: 'grid',
          gap: 24,
          gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 520px), 1fr))',
        }}
      >
        {shown.map(([name, draw, table, height]) => (
          <Panel key={name}>
            <Chart
              title={name}
              draw={draw}
              table={table}
              height={height}
              onMark={onMark}
              how={{ sql: weeks.sql, asOf: weeks.asOf, reads: weeks.reads, milliseconds: 12 }}
            />
          </Panel>
        ))}
      </div>
    </main>
  );
}

const plain = (columns: string[], rows: Table['rows']): Table => ({
  columns: columns.map((name) => ({ name, type: 'text' })),
  rows,
});

const root = document.getElementById('root');
if (root)
  createRoot(root).render(
    <StrictMode>
      <Studio>
        <Gallery />
      </Studio>
    </StrictMode>,
  );
