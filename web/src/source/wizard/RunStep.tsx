import { useQueries } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Mapping, Run } from '#api';
import {
  Complaint,
  ErrorState,
  isOver,
  Loading,
  Panel,
  RunProgress,
  runQuery,
  useFormat,
} from '#shell';
import { useSources } from '../api';
import { Ledger } from '../Ledger';
import type { Job } from './job';
import css from './wizard.module.css';

interface Props {
  jobs: readonly Job[];
  /** What each file was read as, in the same order. */
  mappings: readonly (Mapping | null)[];
  /** One run a file, in the same order. */
  runs: readonly string[];
  error: unknown;
  onBack: () => void;
}

/** Last step: the import as it runs, then where every row went, then what to do next. */
export function RunStep({ jobs, mappings, runs, error, onBack }: Props) {
  const { t } = useTranslation('source');
  if (error)
    return (
      <>
        <Complaint error={error} />
        <Button style={{ marginTop: 16 }} onClick={onBack}>
          {t('run.back')}
        </Button>
      </>
    );
  if (runs.length === 0) return <Loading rows={3} />;
  return <Runs jobs={jobs} mappings={mappings} runs={runs} />;
}

function Runs({ jobs, mappings, runs }: Pick<Props, 'jobs' | 'mappings' | 'runs'>) {
  const { t } = useTranslation('source');
  const format = useFormat();
  const queries = useQueries({ queries: runs.map(runQuery) });
  const found = queries.flatMap((query) => query.data ?? []);
  const over = found.length === runs.length && found.every(isOver);
  const sources = useSources(found.filter(isOver).length);
  /** The account of all rows that ever came as this file did. */
  const countsOf = (mapping: Mapping | null) =>
    sources.data
      ?.find((one) => one.source === mapping?.source)
      ?.feeds.find((one) => one.feed === mapping?.feed)?.counts;
  const setAside = mappings.some((mapping) => (countsOf(mapping)?.quarantined ?? 0) > 0);
  return (
    <>
      {jobs.map((job, i) => {
        const query = queries[i];
        const counts = query?.data?.state === 'done' ? countsOf(mappings[i] ?? null) : undefined;
        const landed = query?.data ? landedOf(query.data) : null;
        return (
          <Panel key={job.key} title={job.name}>
            {query?.data ? (
              <RunProgress run={query.data} title={false} />
            ) : query?.error ? (
              <ErrorState error={query.error} retry={() => void query.refetch()} />
            ) : (
              <Loading rows={1} />
            )}
            {counts && <Ledger counts={counts} />}
            {counts && landed !== null && landed !== counts.landed && (
              <p className={css.quiet}>{t('run.total', { count: format.full(landed) })}</p>
            )}
          </Panel>
        );
      })}
      {!over && <p className={css.quiet}>{t('run.leave')}</p>}
      {over && found.some((run) => run.state === 'done') && (
        <div className={css.nextSteps}>
          <Link to="/">
            <Button type="primary">{t('run.toHome')}</Button>
          </Link>
          {setAside && (
            <Link to="/quality">
              <Button>{t('run.toQuality')}</Button>
            </Link>
          )}
          <Link to="/identity">
            <Button>{t('run.toIdentity')}</Button>
          </Link>
        </div>
      )}
    </>
  );
}

/** How many rows this import brought, if the run tells. */
function landedOf(run: Run): number | null {
  const landed = run.result?.landed;
  return landed === undefined ? null : Number(landed);
}
