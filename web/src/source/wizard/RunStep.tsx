import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ProblemError, type Run } from '#api';
import { Await, Complaint, ErrorState, isOver, Loading, Panel, RunProgress, useRun } from '#shell';
import { useBatchCounts } from '../api';
import { Ledger } from '../Ledger';
import type { Job } from './job';
import css from './wizard.module.css';

interface Props {
  jobs: readonly Job[];
  /** The run that takes all of them in; null until it has begun. */
  run: string | null;
  error: unknown;
  onBack: () => void;
  /** Takes in again what was imported before. */
  onAgain: () => void;
}

/** Last step: the import as it runs, then where every row of each file went, then what to do next. */
export function RunStep({ jobs, run, error, onBack, onAgain }: Props) {
  const { t } = useTranslation('source');
  if (error)
    return (
      <>
        <Complaint error={error} />
        <div className={css.nextSteps}>
          <Button onClick={onBack}>{t('run.back')}</Button>
          {isSameFile(error) && (
            <Button danger onClick={onAgain}>
              {t('run.again')}
            </Button>
          )}
        </div>
      </>
    );
  if (run === null) return <Loading rows={3} />;
  return <Progress jobs={jobs} run={run} onBack={onBack} />;
}

const isSameFile = (error: unknown): boolean =>
  error instanceof ProblemError && error.faults.some((fault) => fault.code === 'source.same-file');

function Progress({
  jobs,
  run,
  onBack,
}: {
  jobs: readonly Job[];
  run: string;
  onBack: () => void;
}) {
  const { t } = useTranslation('source');
  const query = useRun(run);
  if (query.error) return <ErrorState error={query.error} retry={() => void query.refetch()} />;
  if (!query.data) return <Loading rows={3} />;
  const { state } = query.data;
  return (
    <>
      <Panel title={jobs.map((job) => job.name).join(t('comma'))}>
        <RunProgress run={query.data} title={false} />
      </Panel>
      {!isOver(query.data) && <p className={css.quiet}>{t('run.leave')}</p>}
      {state === 'done' && <Accounts jobs={jobs} batches={batchesOf(query.data)} />}
      {isOver(query.data) && state !== 'done' && (
        <div className={css.nextSteps}>
          <Button onClick={onBack}>{t('run.back')}</Button>
        </div>
      )}
    </>
  );
}

/** The batches that the files became, in the order of the files. */
export const batchesOf = (run: Run): string[] =>
  (run.result.batches ?? '').split(',').filter((batch) => batch !== '');

function Accounts({ jobs, batches }: { jobs: readonly Job[]; batches: string[] }) {
  const { t } = useTranslation('source');
  const query = useBatchCounts(batches);
  return (
    <>
      <Await query={query}>
        {(accounts) => (
          <>
            {jobs.map((job, i) => {
              const counts = accounts.find((one) => String(one.batch) === batches[i])?.counts;
              return (
                counts && (
                  <Panel key={job.key} title={job.name} text={t('run.account')}>
                    <Ledger counts={counts} />
                  </Panel>
                )
              );
            })}
          </>
        )}
      </Await>
      <div className={css.nextSteps}>
        <Link to="/">
          <Button type="primary">{t('run.toHome')}</Button>
        </Link>
        {query.data?.some((one) => one.counts.quarantined > 0) && (
          <Link to="/quality">
            <Button>{t('run.toQuality')}</Button>
          </Link>
        )}
        <Link to="/identity">
          <Button>{t('run.toIdentity')}</Button>
        </Link>
      </div>
    </>
  );
}
