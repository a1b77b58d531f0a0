import { Button } from 'antd';
import { Link } from 'react-router';
import type { Campaign } from '#api';
import { useSegments } from '#segment';
import {
  Await,
  byNumber,
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
import { useCampaigns } from './api';
import css from './campaign.module.css';
import { HeadlineCell } from './HeadlineCell';
import { PastPanel } from './PastPanel';
import { StateMark } from './StateMark';

/** 营销: every campaign with whom it reached and what it changed. */
export function CampaignsPage() {
  const { t } = useTranslation('campaign');
  const maySend = useRight('SEND');
  const { company } = useSession();
  const query = useCampaigns();
  const create = maySend && (
    <Link to="/campaigns/new">
      <Button type="primary">{t('list.create')}</Button>
    </Link>
  );
  return (
    <ListPage
      title={t('title')}
      lead={t('lead')}
      asOf={company.asOf}
      actions={
        <>
          <Link to="/channels">
            <Button>{t('list.channels')}</Button>
          </Link>
          <Link to="/campaigns/rules">
            <Button>{t('rules.open')}</Button>
          </Link>
          {query.data && query.data.length > 0 && create}
        </>
      }
    >
      <Await query={query}>
        {(campaigns) =>
          campaigns.length === 0 ? (
            <Empty
              title={t('empty.title')}
              text={t('empty.text')}
              action={<DataFirst>{create}</DataFirst>}
            />
          ) : (
            <CampaignsTable campaigns={campaigns.toSorted(newestFirst)} />
          )
        }
      </Await>
      <PastPanel />
    </ListPage>
  );
}

/** What is still being written, then the newest. */
const newestFirst = (a: Campaign, b: Campaign): number =>
  Number(b.state === 'draft') - Number(a.state === 'draft') ||
  (b.launchedAt ?? '').localeCompare(a.launchedAt ?? '') ||
  byNumber(b, a);

function CampaignsTable({ campaigns }: { campaigns: Campaign[] }) {
  const { t } = useTranslation('campaign');
  const label = useLabel();
  const format = useFormat();
  const segments = useSegments();
  const whom = (one: Campaign) => {
    if (one.kind === 'imported') return t('list.elsewhere');
    const found = segments.data?.find((segment) => segment.id === one.segment);
    return found ? label(found.label) : '—';
  };
  const wanted = useSought();
  const shown = campaigns.filter((one) =>
    `${label(one.label)}\n${whom(one)}`.toLowerCase().includes(wanted),
  );
  const paged = usePaged(shown);
  const columns: Col<Campaign>[] = [
    { key: 'label', title: t('column.label'), width: 220, render: (one) => label(one.label) },
    {
      key: 'state',
      title: t('column.state'),
      width: 96,
      render: (one) => <StateMark state={one.state} />,
    },
    { key: 'whom', title: t('column.whom'), ellipsis: true, render: whom },
    {
      key: 'arms',
      title: `${t('column.treated')} / ${t('column.control')}`,
      number: true,
      width: 140,
      card: 'wide',
      render: (one) =>
        one.state === 'draft' ? '—' : `${format.full(one.treated)} / ${format.full(one.control)}`,
    },
    {
      key: 'goal',
      title: t('column.goal'),
      width: 150,
      render: (one) => t(`goal.within.${one.metric}`, { days: one.windowDays }),
    },
    {
      key: 'launched',
      title: t('column.launched'),
      width: 136,
      card: 'wide',
      render: (one) => (
        <span title={format.moment(one.launchedAt)}>{format.dayOf(one.launchedAt)}</span>
      ),
    },
    {
      key: 'effect',
      title: t('column.effect'),
      width: 280,
      card: 'wide',
      render: (one) => (
        <span className={css.headline}>
          <HeadlineCell campaign={one} />
        </span>
      ),
    },
  ];
  return (
    <>
      <ListSearch of={campaigns.length} label={t('list.search')} />
      <DataTable<Campaign>
        {...paged}
        columns={columns}
        rowKey={(one) => one.id}
        to={(one) => `/campaigns/${encodeURIComponent(one.id)}`}
        minWidth={1080}
        label={t('title')}
        empty={<Empty title={t('list.none')} />}
      />
    </>
  );
}
