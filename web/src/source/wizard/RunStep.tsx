import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ProblemError, type Counts, type ImportedFile } from '#api';
import { Await, Complaint, ErrorState, isOver, Loading, Panel, RunProgress, useRun } from '#shell';
import { useImportOf } from '../api';
import { Ledger } from '../Ledger';
import { FilesTable } from '../runs/FilesTable';
import { Made } from './Made';
import { Stopped } from './Stopped';
import css from './wizard.module.css';

interface Props {
  names: readonly string[];
  /** The run that takes all of them in; null until it has begun. */
  run: string | null;
  error: unknown;
  onBack: () => void;
  /** Takes in again what was imported before. */
  onAgain: () => void;
  /** Leaves out the files of these names, and goes back. */
  onSkip: (names: string[]) => void;
}

/** Last step: the import as it runs, then where every row of each file went, then what to do next. */
export function RunStep({ names, run, error, onBack, onAgain, onSkip }: Props) {
  const { t } = useTranslation('source');
  if (error) {
    const same = sameFiles(error);
    return (
      <>
        <Complaint error={error} />
        <div className={css.nextSteps}>
          <Button onClick={onBack}>{t('run.back')}</Button>
          {same.length > 0 && same.length < names.length && (
            <Button type="primary" onClick={() => onSkip(same)}>
              {t('run.skip', { count: same.length })}
            </Button>
          )}
          {same.length > 0 && (
            <Button danger onClick={onAgain}>
              {t('run.again')}
            </Button>
          )}
        </div>
      </>
    );
  }
  if (run === null) return <Loading rows={3} />;
  return <Going names={names} run={run} onBack={onBack} />;
}

/** The names of the files that were imported before. */
const sameFiles = (error: unknown): string[] =>
  error instanceof ProblemError
    ? error.faults.filter((one) => one.code === 'source.same-file').map((one) => one.place)
    : [];

function Going({
  names,
  run,
  onBack,
}: {
  names: readonly string[];
  run: string;
  onBack: () => void;
}) {
  const { t } = useTranslation('source');
  const query = useRun(run);
  const over = query.data !== undefined && isOver(query.data);
  const files = useImportOf(run, over);
  if (query.error) return <ErrorState error={query.error} retry={() => void query.refetch()} />;
  if (!query.data) return <Loading rows={3} />;
  const title =
    names.length > 1 ? t('run.files', { count: names.length }) : (names[0] ?? t('run.one'));
  return (
    <>
      {/* Once it is done, what came of it takes the place of how far it is. */}
      {!(query.data.state === 'done' && files.data) && (
        <Panel title={title}>
          <RunProgress run={{ ...query.data, faults: [] }} title={false} />
        </Panel>
      )}
      {!over && <p className={css.quiet}>{t('run.leave')}</p>}
      <Await query={files}>
        {(list) => <Account files={list} over={over} result={query.data.result} />}
      </Await>
      {query.data.state === 'cancelled' && files.data && (
        <Stopped files={files.data} onBack={onBack} />
      )}
      {query.data.state === 'failed' && files.data?.every((one) => !one.counts) && (
        <div className={css.nextSteps}>
          <Button onClick={onBack}>{t('run.back')}</Button>
        </div>
      )}
    </>
  );
}

/** What it made and where the rows went: all together, then file by file, then what to do next. */
function Account({
  files,
  over,
  result,
}: {
  files: ImportedFile[];
  over: boolean;
  result: Record<string, string>;
}) {
  const { t } = useTranslation('source');
  const landed = files.filter((one) => one.counts);
  const total = sum(landed.flatMap((one) => (one.counts ? [one.counts] : [])));
  const done = over && landed.length > 0;
  const [only] = files;
  return (
    <>
      {done && (
        <Panel
          title={
            files.length === 1
              ? t('run.in')
              : landed.length === files.length
                ? t('run.allIn', { count: files.length })
                : t('run.someIn', { count: files.length, n: landed.length })
          }
        >
          <Made result={result} />
          <p className={css.quiet}>{t(files.length > 1 ? 'run.accountAll' : 'run.account')}</p>
          <Ledger counts={total} />
        </Panel>
      )}
      {(files.length > 1 || only?.state === 'refused') && (
        <Panel flush title={t('run.each')}>
          <FilesTable files={files} />
        </Panel>
      )}
      {done && (
        <div className={css.nextSteps}>
          <Link to="/">
            <Button type="primary">{t('run.toHome')}</Button>
          </Link>
          {total.quarantined > 0 && (
            <Link to="/quality">
              <Button>{t('run.toQuality')}</Button>
            </Link>
          )}
          <Link to="/quality/diagnosis">
            <Button>{t('run.toDiagnosis')}</Button>
          </Link>
          <Link to="/customers">
            <Button>{t('run.toCustomers')}</Button>
          </Link>
          <Link to="/boards">
            <Button>{t('run.toBoards')}</Button>
          </Link>
          <Link to="/identity">
            <Button>{t('run.toIdentity')}</Button>
          </Link>
        </div>
      )}
    </>
  );
}

/** Each part added by itself, so that an account that does not balance still shows. */
function sum(all: Counts[]): Counts {
  const of = (part: keyof Counts) => all.reduce((so, one) => so + one[part], 0);
  return {
    landed: of('landed'),
    clean: of('clean'),
    quarantined: of('quarantined'),
    merged: of('merged'),
    superseded: of('superseded'),
  };
}
