import type { Cell, Table, Why } from '#api';
import { useLexicon, useWritten } from '#condition';
import { DataTable, useFormat, useLabel, useTranslation } from '#shell';
import { useSourceNames } from '#source';
import css from './why.module.css';

/** One part of the rule: whether it holds, what was found, what was wanted, and by which rows. */
export function Atom({ atom }: { atom: Why['atoms'][number] }) {
  const { t } = useTranslation('tag');
  const label = useLabel();
  const written = useWritten();
  const { rows } = atom;
  return (
    <li className={css.atom} data-holds={atom.holds}>
      <div className={css.atomHead}>
        <span className={css.sign} role="img" aria-label={t(atom.holds ? 'why.met' : 'why.unmet')}>
          {atom.holds ? '✓' : '✗'}
        </span>
        <span className={css.text}>{label(atom.text)}</span>
      </div>
      <dl className={css.compare}>
        <div>
          <dt>{t('why.found')}</dt>
          <dd>{written(atom.found)}</dd>
        </div>
        {label(atom.wanted) !== label(atom.text) && (
          <div>
            <dt>{t('why.wanted')}</dt>
            <dd>{label(atom.wanted)}</dd>
          </div>
        )}
      </dl>
      {atom.nothing && <p className={css.searched}>{label(atom.nothing)}</p>}
      {rows.rows.length > 0 && (
        <div className={css.rows}>
          <Deciding table={rows} />
        </div>
      )}
    </li>
  );
}

/** So that order numbers, moments and names stay on one line; what the drawer has no room for scrolls. */
const WIDTHS: Record<string, number> = {
  order_no: 166,
  order_key: 166,
  happened_at: 158,
  kind: 76,
  amount: 84,
  quantity: 84,
  product_name: 150,
  category: 110,
  keyword: 110,
  topic: 110,
  name: 90,
  source: 110,
};

/** The rows that decided, by what people know them by; where they came from stands last. */
function Deciding({ table }: { table: Table }) {
  const { t } = useTranslation('tag');
  const write = useCellWords(table);
  const place = (name: string) => table.columns.findIndex((column) => column.name === name);
  const number = place('order_no') >= 0 ? 'order_no' : 'order_key';
  const filled = (name: string) =>
    table.rows.some((row) => (row[place(name)] ?? null) !== null && row[place(name)] !== '');
  // What was bought or looked at says more than which file it came from, where there is room for one.
  const what = ['product_name', 'category', 'keyword', 'topic'].find(
    (name) => place(name) >= 0 && filled(name),
  );
  const shown = [
    number,
    'name',
    'happened_at',
    'kind',
    ...(what ? [what] : []),
    'quantity',
    'amount',
    'source',
  ].filter((name) => place(name) >= 0 && (name === 'source' || filled(name)));
  return (
    <DataTable<{ cells: Cell[]; line: number }>
      bare
      minWidth={shown.reduce((width, name) => width + (WIDTHS[name] ?? 90), 0)}
      rows={table.rows.map((cells, line) => ({ cells, line }))}
      rowKey={(row) => row.line}
      columns={shown.map((name) => ({
        key: name,
        title: t(name === 'category' ? 'why.category' : `column.${name}`),
        number: name === 'amount' || name === 'quantity',
        width: WIDTHS[name],
        render: (row) => write(name, row.cells[place(name)] ?? null),
      }))}
    />
  );
}

/** Cells as people say them: `sale` is 购买, `shop` is 网店, an amount is money. */
function useCellWords(rows: Table) {
  const label = useLabel();
  const format = useFormat();
  const lexicon = useLexicon();
  const source = useSourceNames();
  const has = (name: string) => rows.columns.some((column) => column.name === name);
  const entity = has('quantity') ? 'item' : has('order_key') ? 'order' : 'event';
  return (column: string, value: Cell): string => {
    if (value === null || value === '') return '—';
    const text = String(value);
    switch (column) {
      case 'quantity':
        return format.full(text);
      case 'amount':
        return format.moneyFull(text);
      case 'source':
        return source(text);
      case 'happened_at':
        return format.moment(text);
      default: {
        const codes = lexicon.field(`${entity}.${column}`)?.codes ?? [];
        return label(codes.find((code) => code.value === value)?.label) || text;
      }
    }
  };
}
