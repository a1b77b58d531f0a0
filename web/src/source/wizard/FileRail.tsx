import { Button, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useFormat, useNarrow } from '#shell';
import type { Job } from './job';
import type { Standing } from './standing';
import css from './rail.module.css';

interface Props {
  jobs: readonly Job[];
  standings: readonly Standing[];
  chosen: number;
  onChoose: (key: number) => void;
}

/** With several files: all of them and how each stands, and which of them the step shows. */
export function FileRail({ jobs, standings, chosen, onChoose }: Props) {
  const { t } = useTranslation('source');
  const format = useFormat();
  const narrow = useNarrow();
  const words = (i: number) => {
    const standing = standings[i];
    return standing ? t(standing.text, { n: format.full(standing.n) }) : '';
  };
  const asking = jobs.filter((_, i) => ['look', 'fault'].includes(standings[i]?.state ?? ''));
  const here = jobs.findIndex((job) => job.key === chosen);
  const next =
    asking.find((job) => jobs.indexOf(job) > here) ?? asking.find((job) => job.key !== chosen);
  const waiting = standings.some((one) => one.state === 'wait');
  const summary = (
    <div className={css.summary} aria-live="polite">
      <span>
        {asking.length > 0
          ? t('rail.asking', { count: jobs.length, n: asking.length })
          : waiting
            ? t('rail.waiting', { count: jobs.length })
            : t('rail.allFine', { count: jobs.length })}
      </span>
      {next && (
        <Button type="link" size="small" onClick={() => onChoose(next.key)}>
          {t('rail.next')}
        </Button>
      )}
    </div>
  );
  if (narrow)
    return (
      <div className={css.narrow}>
        <Select<number>
          value={chosen}
          aria-label={t('rail.file')}
          style={{ width: '100%' }}
          onChange={onChoose}
          options={jobs.map((job, i) => ({
            value: job.key,
            label: `${job.name} · ${words(i)}`,
          }))}
        />
        {summary}
      </div>
    );
  return (
    <nav className={css.rail} aria-label={t('rail.file')}>
      {summary}
      <div role="tablist" aria-orientation="vertical" className={css.list}>
        {jobs.map((job, i) => (
          <button
            key={job.key}
            type="button"
            role="tab"
            aria-selected={job.key === chosen}
            className={css.item}
            data-state={standings[i]?.state}
            onClick={() => onChoose(job.key)}
          >
            <span className={css.dot} aria-hidden />
            <span className={css.name} title={job.name}>
              {job.name}
            </span>
            <span className={css.words}>{words(i)}</span>
          </button>
        ))}
      </div>
    </nav>
  );
}
