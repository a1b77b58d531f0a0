import type { Why } from '#api';
import { AnswerTable, useFormat, useLabel, useTranslation } from '#shell';
import { toNumber } from '#style';
import css from './why.module.css';
import { useWritten } from './written';

/** One part of the rule: whether it holds, what was found, what was wanted, and by which rows. */
export function Atom({ atom }: { atom: Why['atoms'][number] }) {
  const { t } = useTranslation('tag');
  const label = useLabel();
  const format = useFormat();
  const written = useWritten();
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
            write={(column, value) =>
              column === 'amount' && toNumber(typeof value === 'boolean' ? null : value) !== null
                ? format.moneyFull(value as string | number)
                : undefined
            }
          />
        </div>
      )}
    </li>
  );
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
