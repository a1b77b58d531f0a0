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
import { fitting } from './fitting';
import { CustomerName, Hidden } from './Hidden';
import css from './profile.module.css';

/** What the column of tags holds on a line, in half-width letters. */
const LINE = 30;

interface Props {
  rows: readonly CustomerRow[];
  loading?: boolean;
  page?: Paging;
  sort?: Sorting;
  onSort?: (sort: Sorting | undefined) => void;
  empty?: React.ReactNode;
  bare?: boolean;
}

/** Customers one below the other, each leading to the portrait; on a phone, cards. */
export function CustomersTable({ rows, loading, page, sort, onSort, empty, bare }: Props) {
  const { t } = useTranslation('profile');
  const format = useFormat();
  const label = useLabel();
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
    {
      key: 'tags',
      title: t('column.tags'),
      card: 'wide',
      render: (row) => (row.tags.length === 0 ? '—' : <Tags names={row.tags.map(label)} />),
    },
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

/** As many tags as fit on a line, and how many more there are. */
function Tags({ names }: { names: string[] }) {
  const shown = names.slice(0, fitting(names, LINE));
  return (
    <span className={css.tags} title={names.join(' · ')}>
      {shown.map((name) => (
        <Tag key={name} className={css.tag}>
          {name}
        </Tag>
      ))}
      {names.length > shown.length && (
        <span className={css.moreTags}>+{names.length - shown.length}</span>
      )}
    </span>
  );
}
