import type { Cell, Why } from '#api';
import { useLexicon } from '#condition';
import { AnswerTable, useFormat, useLabel, useTranslation } from '#shell';
import { useSourceNames } from '#source';
import { toNumber } from '#style';
import css from './why.module.css';
import { useWritten } from './written';

/** One part of the rule: whether it holds, what was found, what was wanted, and by which rows. */
export function Atom({ atom }: { atom: Why['atoms'][number] }) {
  const { t } = useTranslation('tag');
  const label = useLabel();
  const written = useWritten();
  const write = useCellWords(atom.rows);
  const { rows } = atom;
  const columns = KNOWN.filter((name) => rows.columns.some((column) => column.name === name));
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
      {rows.rows.length > 0 && (
        <div className={css.rows}>
          <AnswerTable
            bare
            table={rows}
            title={(column) =>
              (columns as string[]).includes(column) ? t(`column.${column}`) : column
            }
            write={write}
          />
        </div>
      )}
    </li>
  );
}

/** Cells as people say them: `sale` is 购买, `shop` is 网店, an amount is money. */
function useCellWords(rows: Why['atoms'][number]['rows']) {
  const label = useLabel();
  const format = useFormat();
  const lexicon = useLexicon();
  const source = useSourceNames();
  const entity = rows.columns.some((column) => column.name === 'order_key') ? 'order' : 'event';
  return (column: string, value: Cell): string | undefined => {
    if (value === null || typeof value === 'boolean') return undefined;
    if (column === 'amount' && toNumber(value) !== null) return format.moneyFull(value);
    if (column === 'source') return source(String(value));
    const codes = lexicon.field(`${entity}.${column}`)?.codes ?? [];
    return label(codes.find((code) => code.value === value)?.label) || undefined;
  };
}

/** Columns of the rows that can decide: orders and events. */
const KNOWN = [
  'order_no',
  'order_key',
  'happened_at',
  'day',
  'kind',
  'status',
  'amount',
  'items',
  'channel',
  'name',
  'source',
  'ref',
] as const;
