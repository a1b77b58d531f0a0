import { useTranslation } from 'react-i18next';
import type { IdentitySummary, OrderReach } from '#api';
import { Await, DataTable, Panel, useFormat } from '#shell';
import { useSourceNames } from '#source';
import { useOrderReach } from './api';
import css from './identity.module.css';

interface Row {
  source: string;
  records: number;
  matched: number;
  orders: number;
  named: number;
  lent: number;
  hidden: number;
}

/** What is known of people and what stays in the dark: the plain sentence, and source by source. */
export function Reach({ bySource }: { bySource: IdentitySummary['bySource'] }) {
  return (
    <Await query={useOrderReach()}>{(orders) => <Said rows={rowsOf(bySource, orders)} />}</Await>
  );
}

/** A source may have customers without orders, and orders that name nobody. */
export function rowsOf(bySource: IdentitySummary['bySource'], orders: OrderReach[]): Row[] {
  const sources = [...new Set([...bySource, ...orders].map((one) => one.source))];
  return sources.map((source) => {
    const known = bySource.find((one) => one.source === source);
    const sold = orders.find((one) => one.source === source);
    return {
      source,
      records: known?.records ?? 0,
      matched: known?.matched ?? 0,
      orders: sold?.orders ?? 0,
      named: sold?.named ?? 0,
      lent: sold?.lent ?? 0,
      hidden: sold?.hidden ?? 0,
    };
  });
}

function Said({ rows }: { rows: Row[] }) {
  const { t } = useTranslation('identity');
  const format = useFormat();
  const sourceName = useSourceNames();
  const sum = (of: keyof Omit<Row, 'source'>) => rows.reduce((n, row) => n + row[of], 0);
  const share = (part: number, all: number) => (all > 0 ? format.percent(part / all) : '—');
  const sentence = [
    t('reachMatched', { share: share(sum('matched'), sum('records')) }),
    ...(sum('orders') > 0
      ? [
          t('reachNamed', { share: share(sum('named'), sum('orders')) }),
          sum('lent') > 0
            ? t('reachLent', { share: share(sum('lent'), sum('orders')) })
            : t('reachLentNone'),
          ...(sum('lent') > 0
            ? [t('reachHidden', { share: share(sum('hidden'), sum('orders')) })]
            : []),
        ]
      : []),
  ].join(t('reachComma'));
  const column = (key: string, part: keyof Row, all: keyof Row) => ({
    key,
    title: <span title={t(`${key}Text`)}>{t(key)}</span>,
    number: true,
    render: (row: Row) => {
      const [of, whole] = [Number(row[part]), Number(row[all])];
      return whole > 0 ? (
        <span title={`${format.full(of)} / ${format.full(whole)}`}>{share(of, whole)}</span>
      ) : (
        '—'
      );
    },
  });
  const amount = (key: string, of: 'records' | 'orders') => ({
    key,
    title: t(key),
    number: true,
    render: (row: Row) => (row[of] > 0 ? format.full(row[of]) : '—'),
  });
  return (
    <Panel flush title={t('reach')} text={t('reachText')}>
      <p className={css.sentence}>{`${sentence}${t('reachStop')}`}</p>
      <DataTable
        bare
        rows={rows}
        rowKey={(row) => row.source}
        columns={[
          { key: 'source', title: t('source'), render: (row) => sourceName(row.source) },
          amount('records', 'records'),
          column('matchedShare', 'matched', 'records'),
          amount('orders', 'orders'),
          column('namedShare', 'named', 'orders'),
          column('lentShare', 'lent', 'orders'),
          column('hiddenShare', 'hidden', 'orders'),
        ]}
      />
    </Panel>
  );
}
