import { Link } from 'react-router';
import type { MetricView } from '#api';
import {
  Await,
  DataTable,
  Loading,
  Panel,
  ReportPage,
  useLabel,
  useSession,
  useTranslation,
} from '#shell';
import { useMetrics } from '../api';
import css from '../insight.module.css';
import { addressOf, questionFrom } from '../address';

/** 指标库: every metric with its one definition, how it is reckoned, and the boards that show it. */
export function MetricsPage() {
  const { t } = useTranslation('insight');
  const { company } = useSession();
  const query = useMetrics();
  return (
    <ReportPage
      title={t('metrics.page')}
      lead={t('metrics.lead')}
      asOf={company.asOf}
      up={{ to: '/insights', label: t('nav') }}
    >
      <Panel flush>
        <Await query={query} loading={<Loading rows={10} />}>
          {(metrics) => <Library metrics={metrics} />}
        </Await>
      </Panel>
    </ReportPage>
  );
}

function Library({ metrics }: { metrics: MetricView[] }) {
  const { t } = useTranslation('insight');
  const label = useLabel();
  return (
    <DataTable<MetricView>
      bare
      rows={metrics}
      rowKey={(metric) => metric.id}
      label={t('metrics.page')}
      minWidth={900}
      columns={[
        {
          key: 'name',
          title: t('metrics.name'),
          width: 190,
          card: 'title',
          render: (metric) =>
            metric.applies ? (
              <Link to={trendOf(metric)}>{label(metric.label)}</Link>
            ) : (
              <span title={t('metrics.idleText')}>
                {t('metrics.notTheirs', { metric: label(metric.label) })}
              </span>
            ),
        },
        {
          key: 'meaning',
          title: t('metrics.meaning'),
          card: 'wide',
          render: (metric) => label(metric.meaning),
        },
        {
          key: 'reckoned',
          title: t('metrics.reckoned'),
          width: 240,
          card: 'wide',
          render: (metric) => label(metric.reckoned),
        },
        {
          key: 'unit',
          title: t('metrics.unit.name'),
          width: 90,
          render: (metric) => t(`metrics.unit.${metric.unit}`),
        },
        {
          key: 'usedBy',
          card: 'wide',
          title: t('metrics.usedBy'),
          width: 170,
          render: (metric) => <UsedBy metric={metric} />,
        },
      ]}
    />
  );
}

function UsedBy({ metric }: { metric: MetricView }) {
  const { t } = useTranslation('insight');
  const label = useLabel();
  if (metric.usedBy.length === 0) return <span className={css.hint}>{t('metrics.unused')}</span>;
  return (
    <>
      {metric.usedBy.map((board, i) => (
        <span key={board.id}>
          {i > 0 && t('metrics.and')}
          <Link to={`/boards/${encodeURIComponent(board.id)}`}>{label(board.label)}</Link>
        </span>
      ))}
    </>
  );
}

const trendOf = (metric: MetricView): string =>
  addressOf(questionFrom('trend', new URLSearchParams({ metric: metric.id })));
