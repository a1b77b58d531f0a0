import { Table } from 'antd';
import { Link } from 'react-router';
import type { MetricView } from '#api';
import {
  Await,
  Loading,
  Panel,
  ReportPage,
  useLabel,
  useNarrow,
  useSession,
  useTranslation,
} from '#shell';
import { useMetrics } from '../api';
import css from '../insight.module.css';
import { addressOf, questionFrom } from '../question';

/** 指标库: every metric with its one definition, how it is reckoned, and the boards that show it. */
export function MetricsPage() {
  const { t } = useTranslation('insight');
  const { company } = useSession();
  const query = useMetrics();
  return (
    <ReportPage title={t('metrics.page')} lead={t('metrics.lead')} asOf={company.asOf}>
      <Panel>
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
  const narrow = useNarrow();
  if (narrow)
    return (
      <ul className={css.library}>
        {metrics.map((metric) => (
          <li key={metric.id}>
            <h3>
              <Link to={trendOf(metric)}>{label(metric.label)}</Link>
            </h3>
            <p>{label(metric.meaning)}</p>
            <p className={css.hint}>
              {label(metric.reckoned)} · {t(`metrics.unit.${metric.unit}`)}
            </p>
            <UsedBy metric={metric} />
          </li>
        ))}
      </ul>
    );
  return (
    <Table<MetricView>
      rowKey="id"
      dataSource={metrics}
      pagination={false}
      columns={[
        {
          title: t('metrics.name'),
          width: 160,
          render: (_, metric) => <Link to={trendOf(metric)}>{label(metric.label)}</Link>,
        },
        { title: t('metrics.meaning'), render: (_, metric) => label(metric.meaning) },
        { title: t('metrics.reckoned'), width: 260, render: (_, metric) => label(metric.reckoned) },
        {
          title: t('metrics.unit.name'),
          width: 96,
          render: (_, metric) => t(`metrics.unit.${metric.unit}`),
        },
        {
          title: t('metrics.usedBy'),
          width: 160,
          render: (_, metric) => <UsedBy metric={metric} />,
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
