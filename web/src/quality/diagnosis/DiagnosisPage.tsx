import { Button, Select } from 'antd';
import { Link, useSearchParams } from 'react-router';
import type { Diagnosis } from '#api';
import {
  Await,
  Complaint,
  Empty,
  icons,
  Loading,
  Panel,
  ReportPage,
  ToImport,
  useFormat,
  useLabel,
  useRight,
  useSession,
  useTranslation,
} from '#shell';
import { useSources } from '#source';
import { exactly } from '../score/words';
import { useDiagnosis, useDiagnosisFile } from './api';
import css from './diagnosis.module.css';
import { FeedReport } from './FeedReport';
import { placeOf } from './place';

/** 数据诊断: in plain words what came, what was wrong with it, what was done, and what to do next. */
export function DiagnosisPage() {
  const { t } = useTranslation('quality');
  const label = useLabel();
  const { company } = useSession();
  const mayExport = useRight('EXPORT');
  const [search, setSearch] = useSearchParams();
  const source = search.get('source') ?? undefined;
  const sources = useSources();
  const query = useDiagnosis(source);
  const file = useDiagnosisFile();
  const empty = query.data?.feeds.length === 0;
  return (
    <ReportPage
      title={t('diagnosis.title')}
      lead={t('diagnosis.lead')}
      asOf={company.asOf}
      figuresOf="company"
      up={{ to: '/quality', label: t('title') }}
      actions={
        <span className={`${css.actions} ${css.screenOnly}`}>
          {mayExport && (
            <Button
              disabled={!query.data || empty}
              loading={file.isPending}
              onClick={() => file.mutate(source)}
            >
              {t('diagnosis.excel')}
            </Button>
          )}
          <Button disabled={!query.data || empty} onClick={() => window.print()}>
            {t('diagnosis.print')}
          </Button>
        </span>
      }
      filters={
        <Select
          className={css.source}
          value={source ?? ''}
          aria-label={t('source')}
          options={[
            { value: '', label: t('everySource') },
            ...(sources.data ?? []).map((one) => ({
              value: one.source,
              label: label(one.label),
            })),
          ]}
          onChange={(value) => setSearch(value ? { source: value } : {}, { replace: true })}
        />
      }
    >
      <Complaint error={file.error} />
      <Await query={query} loading={<Loading rows={12} />}>
        {(diagnosis) =>
          diagnosis.feeds.length === 0 ? (
            <Empty
              picture={<icons.quality size={56} />}
              title={t('none')}
              text={t('score.noneText')}
              action={<ToImport>{t('import')}</ToImport>}
            />
          ) : (
            <Written diagnosis={diagnosis} />
          )
        }
      </Await>
    </ReportPage>
  );
}

function Written({ diagnosis }: { diagnosis: Diagnosis }) {
  const { t } = useTranslation('quality');
  const format = useFormat();
  const sum = (of: (counts: Diagnosis['feeds'][number]['counts']) => number) =>
    format.full(diagnosis.feeds.reduce((total, feed) => total + of(feed.counts), 0));
  const points = (score: number | undefined) => (score === undefined ? '—' : exactly(score));
  return (
    <>
      <Panel title={t('diagnosis.short')}>
        <p className={css.said}>
          {t('diagnosis.sum', {
            files: format.full(diagnosis.feeds.reduce((n, feed) => n + feed.came.files, 0)),
            landed: sum((counts) => counts.landed),
            clean: sum((counts) => counts.clean),
            quarantined: sum((counts) => counts.quarantined),
            merged: sum((counts) => counts.merged),
            superseded: sum((counts) => counts.superseded),
          })}
        </p>
        <dl className={css.scores}>
          <div>
            <dt>{t('sides.before')}</dt>
            <dd>{points(diagnosis.before)}</dd>
          </div>
          <div>
            <dt>{t('sides.after')}</dt>
            <dd>{points(diagnosis.after)}</dd>
          </div>
          <div>
            <dt>{t('score.title')}</dt>
            <dd>{points(diagnosis.score)}</dd>
          </div>
        </dl>
        <p className={css.quiet}>{t('sides.meaning')}</p>
      </Panel>
      <Panel title={t('diagnosis.next')}>
        {diagnosis.next.length === 0 ? (
          <p className={css.said}>{t('diagnosis.nothing')}</p>
        ) : (
          <ol className={css.next}>
            {diagnosis.next.map((one) => {
              const place = placeOf(one);
              return (
                <li
                  key={`${one.what} ${one.source} ${one.feed} ${one.field ?? ''} ${one.reason ?? ''}`}
                >
                  {one.text}{' '}
                  {place && (
                    <Link className={css.screenOnly} to={place}>
                      {t(one.what === 'import' ? 'import' : 'score.seeRows')}
                    </Link>
                  )}
                </li>
              );
            })}
          </ol>
        )}
      </Panel>
      {diagnosis.feeds.map((feed) => (
        <FeedReport key={`${feed.source}/${feed.feed}`} feed={feed} />
      ))}
    </>
  );
}
