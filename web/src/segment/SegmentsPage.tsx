import { Button } from 'antd';
import { Link } from 'react-router';
import type { SegmentView } from '#api';
import { Sentence } from '#condition';
import {
  Await,
  DataFirst,
  DataTable,
  Empty,
  ListPage,
  ListSearch,
  useFormat,
  useLabel,
  usePaged,
  useRight,
  useSession,
  useSought,
  useTranslation,
  type Col,
} from '#shell';
import { useSegments } from './api';
import { Presets } from './builder/Presets';
import css from './segment.module.css';
import { Size } from './Size';
import { useCapWords } from './useCapWords';

/** With fewer segments than these the list leaves room for ideas. */
const FEW = 6;

/** 人群: every saved set of customers, with its size and its meaning in words. */
export function SegmentsPage() {
  const { t } = useTranslation('segment');
  const mayDefine = useRight('DEFINE');
  const { company } = useSession();
  const query = useSegments();
  const create = mayDefine && (
    <Link to="/segments/new">
      <Button type="primary">{t('list.create')}</Button>
    </Link>
  );
  return (
    <ListPage
      title={t('title')}
      lead={t('lead')}
      asOf={company.asOf}
      actions={query.data && query.data.length > 0 && create}
    >
      <Await query={query}>
        {(segments) =>
          segments.length === 0 ? (
            <NoSegments action={create} />
          ) : (
            <>
              <Segments segments={segments.toSorted(newestFirst)} />
              {mayDefine && segments.length < FEW && <Presets />}
            </>
          )
        }
      </Await>
    </ListPage>
  );
}

const newestFirst = (a: SegmentView, b: SegmentView): number =>
  b.changedAt.localeCompare(a.changedAt);

function Segments({ segments }: { segments: SegmentView[] }) {
  const { t } = useTranslation('segment');
  const label = useLabel();
  const format = useFormat();
  const cap = useCapWords();
  const wanted = useSought();
  const shown = segments.filter((one) => label(one.label).toLowerCase().includes(wanted));
  const paged = usePaged(shown, {
    label: (one) => label(one.label),
    size: (one) => one.size,
    changed: (one) => one.changedAt,
  });
  const columns: Col<SegmentView>[] = [
    {
      key: 'label',
      title: t('column.label'),
      sortable: true,
      width: 260,
      render: (one) => (
        <span className={css.name} title={label(one.label)}>
          {label(one.label)}
        </span>
      ),
    },
    {
      key: 'size',
      title: t('column.size'),
      sortable: true,
      number: true,
      width: 110,
      render: (one) => <Size segment={one} />,
    },
    {
      key: 'meaning',
      title: t('column.meaning'),
      card: 'wide',
      render: (one) => (
        <span className={css.meaning}>
          {one.condition ? <Sentence condition={one.condition} /> : t('fixedText')}
          {one.cap && `${t('cap.then')}${cap(one.cap)}`}
        </span>
      ),
    },
    {
      key: 'kind',
      title: t('column.kind'),
      width: 110,
      render: (one) => t(`kind.${one.kind}`),
    },
    {
      key: 'owner',
      title: t('column.owner'),
      width: 132,
      ellipsis: true,
      render: (one) => label(one.owner) || '—',
    },
    {
      key: 'changed',
      title: t('column.changed'),
      sortable: true,
      width: 180,
      card: 'wide',
      render: (one) => format.moment(one.changedAt),
    },
  ];
  return (
    <>
      <ListSearch of={segments.length} label={t('list.search')} />
      <DataTable<SegmentView>
        {...paged}
        columns={columns}
        rowKey={(one) => one.id}
        to={(one) => `/segments/${encodeURIComponent(one.id)}`}
        minWidth={980}
        label={t('title')}
        empty={<Empty title={t('list.none')} />}
      />
    </>
  );
}

function NoSegments({ action }: { action: React.ReactNode }) {
  const { t } = useTranslation('segment');
  const { company } = useSession();
  return (
    <>
      <Empty
        title={t('empty.title')}
        text={t('empty.text')}
        action={<DataFirst>{action}</DataFirst>}
      />
      {action && !company.empty && <Presets />}
    </>
  );
}
