import { useQueries } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Counts, Run } from '#api';
import { Complaint, ErrorState, isOver, Loading, Panel, RunProgress, runQuery } from '#shell';
import { Ledger } from '../Ledger';
import type { Job } from './job';
import css from './wizard.module.css';

interface Props {
  jobs: readonly Job[];
  /** One run a file, in the same order. */
  runs: readonly string[];
  error: unknown;
  onBack: () => void;
}

/** Last step: the import as it runs, then where every row went, then what to do next. */
export function RunStep({ jobs, runs, error, onBack }: Props) {
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
  return <Runs jobs={jobs} runs={runs} />;
}

function Runs({ jobs, runs }: { jobs: readonly Job[]; runs: readonly string[] }) {
  const { t } = useTranslation('source');
  const queries = useQueries({ queries: runs.map(runQuery) });
  const found = queries.flatMap((query) => query.data ?? []);
  const over = found.length === runs.length && found.every(isOver);
  const setAside = found.some((run) => (countsOf(run)?.quarantined ?? 0) > 0);
  return (
    <>
      {jobs.map((job, i) => {
        const query = queries[i];
        const counts = query?.data && isOver(query.data) ? countsOf(query.data) : null;
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

/** The account of a finished import, if the run tells it in full. */
export function countsOf(run: Run): Counts | null {
  const { result } = run;
  if (!result) return null;
  const read = (name: keyof Counts) => Number(result[name] ?? 0);
  if (result.landed === undefined) return null;
  return {
    landed: read('landed'),
    clean: read('clean'),
    quarantined: read('quarantined'),
    merged: read('merged'),
    superseded: read('superseded'),
  };
}
