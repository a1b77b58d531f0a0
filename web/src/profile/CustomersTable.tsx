import { Tag } from 'antd';
import type { CustomerRow } from '#api';
import {
  DataTable,
  Figure,
  useFormat,
  useLabel,
  useTranslation,
  type Col,
  type Paging,
  type Sorting,
} from '#shell';
import { CustomerName, Hidden } from './Hidden';
import css from './profile.module.css';

interface Props {
  rows: readonly CustomerRow[];
  loading?: boolean;
  page?: Paging;
  sort?: Sorting;
  onSort?: (sort: Sorting | undefined) => void;
  empty?: React.ReactNode;
  bare?: boolean;
  /** What stands at the end of a row in the place of the tags. */
  last?: Col<CustomerRow>[];
}

/** As many tags as fit on a line. */
const TAGS = 3;

/** Customers one below the other, each leading to the portrait; on a phone, cards. */
export function CustomersTable({ rows, loading, page, sort, onSort, empty, bare, last }: Props) {
  const { t } = useTranslation('profile');
  const format = useFormat();
  const label = useLabel();
  const tags = (): Col<CustomerRow> => ({
    key: 'tags',
    title: t('column.tags'),
    card: 'wide',
    render: (row) =>
      row.tags.length === 0 ? (
        '—'
      ) : (
        <span className={css.tags} title={row.tags.map(label).join(' · ')}>
          {row.tags.slice(0, TAGS).map((tag) => (
            <Tag key={label(tag)} className={css.tag}>
              {label(tag)}
            </Tag>
          ))}
          {row.tags.length > TAGS && (
            <span className={css.moreTags}>+{row.tags.length - TAGS}</span>
          )}
        </span>
      ),
  });
  const columns: Col<CustomerRow>[] = [
    {
      key: 'name',
      title: t('column.name'),
      width: 168,
      sortable: true,
      ellipsis: true,
      render: (row) => <CustomerName name={row.name} id={row.id} />,
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
      width: 112,
      sortable: true,
      ellipsis: true,
      render: (row) => row.city ?? '—',
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
    ...(last ?? [tags()]),
  ];
  return (
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
      minWidth={1060}
      bare={bare}
      label={t('title')}
    />
  );
}
