import { toNumber } from '#style';
import type { Cell, Column, Table } from '#api';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../session';
import { DataTable } from './DataTable';
import { Empty } from '../states/Empty';
import css from './table.module.css';

interface Props {
  table: Table;
  /** What a column is called on the screen; by default its own name. */
  title?: (column: string) => string;
  /** How a cell is written, where its type does not say enough. */
  write?: (column: string, value: Cell) => string | undefined;
  /** How wide a column is at most, where its values are short. */
  width?: (column: string) => number | undefined;
  bare?: boolean;
  /** The columns whose figures open into what is behind them. */
  opens?: readonly string[];
  onOpen?: (row: number, column: string) => void;
}

interface Line {
  cells: Cell[];
  line: number;
}

/** So many columns fit anywhere; more of them scroll on a tile before a figure or a month is cut. */
const FEW = 3;
const COLUMN = 120;

const NUMBERS = /int|whole|decimal|double|float|number|numeric|real/i;

/** A table as the server gives it, shown as it is: the data view of charts, panels, evidence. */
export function AnswerTable({ table, title, write, width, bare, opens = [], onOpen }: Props) {
  const { t } = useTranslation('shell');
  const format = useFormat();
  const show = (column: Column, value: Cell): string => {
    const special = write?.(column.name, value);
    if (special !== undefined) return special;
    if (value === null) return '—';
    if (typeof value === 'boolean') return t(value ? 'yes' : 'no');
    if (isNumber(column) && toNumber(value) !== null) return format.full(value);
    if (/timestamp|moment|instant/i.test(column.type)) return format.moment(String(value));
    if (/^(day|date)$/i.test(column.type)) return format.day(String(value));
    return String(value);
  };
  return (
    <DataTable<Line>
      bare={bare}
      rows={table.rows.map((cells, line) => ({ cells, line }))}
      rowKey={(row) => row.line}
      minWidth={table.columns.length > FEW ? table.columns.length * COLUMN : undefined}
      empty={<Empty title={t('state.nothing')} />}
      columns={table.columns.map((column, i) => ({
        key: column.name,
        title: title?.(column.name) ?? column.name,
        number: isNumber(column),
        width: width?.(column.name),
        ellipsis: !isNumber(column),
        render: (row: Line) => {
          const value = row.cells[i] ?? null;
          const text = show(column, value);
          return onOpen && value !== null && opens.includes(column.name) ? (
            <button
              type="button"
              className={css.open}
              onClick={() => onOpen(row.line, column.name)}
            >
              {text}
            </button>
          ) : (
            text
          );
        },
      }))}
    />
  );
}

const isNumber = (column: Column): boolean => NUMBERS.test(column.type);
