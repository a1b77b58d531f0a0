import { Checkbox, Pagination, Table } from 'antd';
import { use, useRef, type Key, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useNarrow } from '../frame/useNarrow';
import { FootContext } from '../page/foot';
import { Loading } from '../states/Loading';
import css from './table.module.css';

export interface Col<T> {
  key: string;
  title: ReactNode;
  render: (row: T) => ReactNode;
  /** Right-aligned with figures of one width. */
  number?: boolean;
  width?: number | string;
  /** Long text ends in "…"; the full text is shown on hover. */
  ellipsis?: boolean;
  /** Ordered by the server; needs `sort` and `onSort`. */
  sortable?: boolean;
  /** On a phone a row becomes a card: its title (the first column by default), a whole line, or not shown. */
  card?: 'title' | 'wide' | 'hidden';
}

export interface Paging {
  offset: number;
  limit: number;
  total: number;
  onChange: (offset: number, limit: number) => void;
}

export interface Sorting {
  column: string;
  descending: boolean;
}

interface Props<T> {
  rows: readonly T[];
  columns: Col<T>[];
  rowKey: (row: T) => Key;
  /** Where a row leads; its first column becomes the link. */
  to?: (row: T) => string;
  loading?: boolean;
  empty?: ReactNode;
  page?: Paging;
  sort?: Sorting;
  onSort?: (sort: Sorting | undefined) => void;
  selected?: Key[];
  onSelect?: (keys: Key[]) => void;
  /** From which width on the table scrolls sideways instead of squeezing its columns. */
  minWidth?: number;
  /** Lies on a panel that already has a frame. */
  bare?: boolean;
  label?: string;
}

/** A table with rows 40 px high, its head and first column staying in view; on a phone, cards. */
export function DataTable<T extends object>(props: Props<T>) {
  const narrow = useNarrow();
  const top = useRef<HTMLDivElement>(null);
  // The pages are turned at the foot, and read from the head.
  const page = props.page && {
    ...props.page,
    onChange: (offset: number, limit: number) => {
      props.page?.onChange(offset, limit);
      if ((top.current?.getBoundingClientRect().top ?? 0) < 0)
        top.current?.scrollIntoView({ block: 'start' });
    },
  };
  return (
    <div ref={top} className={css.top}>
      {narrow ? <Cards {...props} page={page} /> : <Rows {...props} page={page} />}
    </div>
  );
}

function Rows<T extends object>({
  rows,
  columns,
  rowKey,
  to,
  loading = false,
  empty,
  page,
  sort,
  onSort,
  selected,
  onSelect,
  minWidth,
  bare = false,
  label,
}: Props<T>) {
  return (
    <div className={`${css.rows} ${bare ? '' : css.sheet}`} aria-label={label} role="region">
      <Table<T>
        size="medium"
        dataSource={rows}
        rowKey={rowKey}
        loading={loading}
        sticky={{ offsetScroll: use(FootContext) }}
        scroll={minWidth ? { x: minWidth } : undefined}
        showSorterTooltip={false}
        locale={empty ? { emptyText: empty } : undefined}
        rowSelection={
          onSelect
            ? {
                selectedRowKeys: selected ?? [],
                onChange: onSelect,
                preserveSelectedRowKeys: true,
                columnWidth: 48,
                // Beside a first column that stays in view, the boxes would slide under it.
                fixed: minWidth ? true : undefined,
              }
            : undefined
        }
        onChange={(_pagination, _filters, sorter, extra) => {
          if (extra.action !== 'sort' || Array.isArray(sorter)) return;
          onSort?.(
            sorter.order
              ? { column: String(sorter.columnKey), descending: sorter.order === 'descend' }
              : undefined,
          );
        }}
        columns={columns.map((column, i) => ({
          key: column.key,
          title: column.title,
          width: column.width,
          align: column.number ? 'right' : 'left',
          className: column.number ? css.number : undefined,
          ellipsis: column.ellipsis,
          fixed: i === 0 && minWidth ? 'left' : undefined,
          sorter: column.sortable && onSort ? true : undefined,
          sortOrder: sort?.column === column.key ? (sort.descending ? 'descend' : 'ascend') : null,
          sortDirections: column.number ? ['descend', 'ascend'] : ['ascend', 'descend'],
          render: (_: unknown, row: T) => cell(column, row, i === 0 ? to?.(row) : undefined),
        }))}
        pagination={
          page && page.total > page.limit
            ? {
                current: Math.floor(page.offset / page.limit) + 1,
                pageSize: page.limit,
                total: page.total,
                showSizeChanger: page.total > 50,
                pageSizeOptions: [20, 50, 100],
                onChange: (current, limit) => page.onChange((current - 1) * limit, limit),
                style: { paddingInline: 12 },
              }
            : false
        }
      />
    </div>
  );
}

function cell<T>(column: Col<T>, row: T, to: string | undefined): ReactNode {
  const shown = column.render(row);
  const linked = to ? <Link to={to}>{shown}</Link> : shown;
  return column.ellipsis && typeof shown === 'string' ? (
    <span title={shown}>{linked}</span>
  ) : (
    linked
  );
}

function Cards<T extends object>({
  rows,
  columns,
  rowKey,
  to,
  loading = false,
  empty,
  page,
  selected,
  onSelect,
  bare = false,
  label,
}: Props<T>) {
  const { t } = useTranslation('shell');
  if (loading && rows.length === 0) return <Loading />;
  const title = columns.find((column) => column.card === 'title') ?? columns[0];
  const others = columns.filter((column) => column !== title && column.card !== 'hidden');
  return (
    <div className={bare ? undefined : css.sheet} aria-label={label} role="region">
      {rows.length === 0 && empty}
      <ul className={css.cards}>
        {rows.map((row) => {
          const key = rowKey(row);
          const isChosen = selected?.includes(key) ?? false;
          return (
            <li key={key} className={css.card}>
              <div className={css.cardTitle}>
                {onSelect && (
                  <Checkbox
                    checked={isChosen}
                    aria-label={t('table.choose')}
                    style={{ marginInlineEnd: 8 }}
                    onChange={() =>
                      onSelect(
                        isChosen
                          ? (selected ?? []).filter((other) => other !== key)
                          : [...(selected ?? []), key],
                      )
                    }
                  />
                )}
                {title && cell(title, row, to?.(row))}
              </div>
              <dl className={css.pairs}>
                {others.map((column) => (
                  <div key={column.key} className={column.card === 'wide' ? css.wide : undefined}>
                    <dt>{column.title}</dt>
                    <dd>{column.render(row)}</dd>
                  </div>
                ))}
              </dl>
            </li>
          );
        })}
      </ul>
      {page && page.total > page.limit && (
        <div className={css.pager}>
          <Pagination
            simple
            current={Math.floor(page.offset / page.limit) + 1}
            pageSize={page.limit}
            total={page.total}
            onChange={(current) => page.onChange((current - 1) * page.limit, page.limit)}
          />
        </div>
      )}
    </div>
  );
}
