import { Tag } from 'antd';
import { useLayoutEffect, useRef, useState, type Key } from 'react';
import type { CustomerRow } from '#api';
import {
  DataTable,
  Figure,
  useFormat,
  useLabel,
  useNarrow,
  useTranslation,
  type Col,
  type Paging,
  type Sorting,
} from '#shell';
import { USUAL } from './filters';
import { fitting } from './fitting';
import { CardBadge } from './cards/CardBadge';
import { Inferred } from './imputation/Inferred';
import { CustomerName, Hidden } from './Hidden';
import css from './profile.module.css';
import { useMoreColumns } from './useMoreColumns';

/** What all columns but that of the tags take, with the air around the tags, in pixels. */
const OTHERS = 912 + 36;
/** The boxes before the names. */
const BOXES = 48;
/** Where columns are chosen, the tags have one width. */
const TAGS_LINE = 220;
/** The padding of a card, and before the tags their name. */
const CARD = 28 + 36;

interface Props {
  rows: readonly CustomerRow[];
  /** Which columns, in which order; the usual ones unless told. */
  columns?: readonly string[] | null;
  selected?: Key[];
  onSelect?: (keys: Key[]) => void;
  loading?: boolean;
  page?: Paging;
  sort?: Sorting;
  onSort?: (sort: Sorting | undefined) => void;
  empty?: React.ReactNode;
  bare?: boolean;
  /** What stands at the end of a row in the place of the tags. */
  last?: Col<CustomerRow>[];
}

/** Customers one below the other, each leading to the portrait; on a phone, cards. */
export function CustomersTable({
  rows,
  columns: chosen,
  loading,
  page,
  sort,
  onSort,
  selected,
  onSelect,
  empty,
  bare,
  last,
}: Props) {
  const { t } = useTranslation('profile');
  const format = useFormat();
  const label = useLabel();
  const isNarrow = useNarrow();
  const sheet = useRef<HTMLDivElement>(null);
  const width = useWidth(sheet);
  const line = isNarrow
    ? width - CARD
    : chosen
      ? TAGS_LINE
      : width - OTHERS - (onSelect ? BOXES : 0);
  const tags: Col<CustomerRow> = {
    key: 'tags',
    title: t('column.tags'),
    card: 'wide',
    width: chosen ? TAGS_LINE + 36 : undefined,
    render: (row) =>
      row.tags.length === 0 ? '—' : <Tags names={[...new Set(row.tags.map(label))]} line={line} />,
  };
  const usual: Col<CustomerRow>[] = [
    {
      key: 'name',
      title: t('column.name'),
      width: 168,
      sortable: true,
      ellipsis: true,
      render: (row) => (
        <>
          <CustomerName name={row.name} id={row.id} />
          <CardBadge mark={row.card} />
        </>
      ),
    },
    {
      key: 'phone',
      title: t('column.phone'),
      width: 140,
      render: (row) => <Hidden text={row.phone} />,
    },
    {
      key: 'city',
      title: t('column.city'),
      width: 132,
      sortable: true,
      ellipsis: true,
      render: (row) => row.city ?? (row.imputedCity ? <Inferred text={row.imputedCity} /> : '—'),
    },
    {
      key: 'level',
      title: t('column.level'),
      width: 104,
      sortable: true,
      ellipsis: true,
      render: (row) => row.level ?? '—',
    },
    {
      key: 'orders',
      title: t('column.orders'),
      width: 96,
      number: true,
      sortable: true,
      render: (row) => <Figure value={row.orders} />,
    },
    {
      key: 'netRevenue',
      title: t('column.netRevenue'),
      width: 128,
      number: true,
      sortable: true,
      render: (row) => format.moneyFull(row.netRevenue),
    },
    {
      key: 'lastOrderDay',
      title: t('column.lastOrderDay'),
      width: 144,
      sortable: true,
      render: (row) => format.day(row.lastOrderDay),
    },
  ];
  const more = useMoreColumns();
  const columns = [
    ...(chosen ?? USUAL).flatMap((key) =>
      key === 'tags' ? (last ? [] : [tags]) : (usual.find((one) => one.key === key) ?? more(key)),
    ),
    ...(last ?? []),
  ];
  return (
    <div ref={sheet}>
      <DataTable<CustomerRow>
        rows={rows}
        columns={columns}
        rowKey={(row) => row.id}
        to={(row) => `/customers/${row.id}`}
        loading={loading}
        page={page}
        sort={sort}
        onSort={onSort}
        empty={empty}
        selected={selected}
        onSelect={onSelect}
        minWidth={Math.max(
          1060,
          columns.reduce((sum, one) => sum + Number(one.width ?? 160), 48),
        )}
        bare={bare}
        label={t('title')}
      />
    </div>
  );
}

/** The width that an element has been given, in pixels; 0 before it is drawn. */
function useWidth(of: React.RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const element = of.current;
    if (!element) return undefined;
    const watch = new ResizeObserver(() => setWidth(element.clientWidth));
    watch.observe(element);
    return () => watch.disconnect();
  }, [of]);
  return width;
}

/**
 * As many tags as fit on a line, and how many more there are. What two tags both say, as a favourite
 * category that leads the favourite three, is said once.
 */
function Tags({ names, line }: { names: string[]; line: number }) {
  const shown = names.slice(0, fitting(names, line));
  return (
    <span className={css.tags} title={names.join(' · ')}>
      {shown.map((name, i) => (
        <Tag key={`${i} ${name}`} className={css.tag}>
          {name}
        </Tag>
      ))}
      {names.length > shown.length && (
        <span className={css.moreTags}>+{names.length - shown.length}</span>
      )}
    </span>
  );
}
