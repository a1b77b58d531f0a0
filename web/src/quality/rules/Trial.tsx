import type { Rule, RuleTrial } from '#api';
import { DataTable, ErrorState, Loading, useFormat, useTranslation } from '#shell';
import { useFeedNames, useFieldNames, useSourceNames } from '#source';
import { useRuleTrial } from '../api';
import css from '../quality.module.css';

/** Rows shown, shared among the feeds. */
const SHOWN = 12;
const FENCES = 6;

type Capping = NonNullable<RuleTrial['feeds'][number]['capping']>;

/** What the rule would do to the rows that are here, before anything is saved. */
export function Trial({ rule, id }: { rule: Rule | undefined; id: string | undefined }) {
  const { t } = useTranslation('quality');
  const query = useRuleTrial(rule, id);
  if (!rule) return <p className={css.quiet}>{t('trial.incomplete')}</p>;
  if (query.error) return <ErrorState error={query.error} />;
  if (!query.data) return <Loading />;
  return <Outcome trial={query.data} severity={rule.severity} stale={query.isPlaceholderData} />;
}

function Outcome({
  trial,
  severity,
  stale,
}: {
  trial: RuleTrial;
  severity: Rule['severity'];
  stale: boolean;
}) {
  const { t } = useTranslation('quality');
  const format = useFormat();
  const sourceName = useSourceNames();
  const feedName = useFeedNames();
  const fieldName = useFieldNames();
  if (trial.feeds.length === 0) return <p className={css.quiet}>{t('trial.nowhere')}</p>;
  const each = Math.max(3, Math.ceil(SHOWN / trial.feeds.length));
  const samples = trial.feeds.flatMap((feed) =>
    feed.samples
      .slice(0, each)
      .map((sample) => ({ ...sample, source: feed.source, feed: feed.feed })),
  );
  return (
    <div aria-busy={stale} className={stale ? css.stale : undefined}>
      <div className={css.trialFigure}>{format.full(trial.broken)}</div>
      <p>
        {t(trial.broken === 0 ? 'trial.clean' : `trial.${severity}`, {
          n: format.full(trial.broken),
          of: format.full(trial.standing),
        })}
      </p>
      {trial.fences.length > 0 && <Fences fences={trial.fences} />}
      {trial.feeds.length > 1 && (
        <ul className={css.trialFeeds}>
          {trial.feeds.map((feed) => (
            <li key={`${feed.source}/${feed.feed}`}>
              <span>{`${sourceName(feed.source)} · ${feedName(feed.source, feed.feed)}`}</span>
              <span>
                {t('suggest.of', { n: format.full(feed.broken), of: format.full(feed.standing) })}
              </span>
            </li>
          ))}
        </ul>
      )}
      {trial.feeds.map(
        ({ source, feed, capping }) =>
          capping && (
            <BothWays
              key={`${source}/${feed}`}
              name={
                trial.feeds.length > 1
                  ? `${sourceName(source)} · ${feedName(source, feed)}`
                  : undefined
              }
              capping={capping}
            />
          ),
      )}
      {samples.length > 0 && (
        <>
          <h3 className={css.trialHead}>{t('trial.samples')}</h3>
          <DataTable
            bare
            rows={samples.map((sample, n) => ({ ...sample, n }))}
            rowKey={(sample) => sample.n}
            columns={[
              ...trial.fields.map((field, i) => ({
                key: field,
                title: fieldName(field),
                card: i === 0 ? ('title' as const) : undefined,
                render: (sample: (typeof samples)[number]) => sample.cells[i] ?? t('empty'),
              })),
              ...(severity === 'cap'
                ? [
                    {
                      key: 'becomes',
                      title: t('readAs'),
                      number: true,
                      render: (sample: (typeof samples)[number]) =>
                        format.number(Number(sample.becomes)),
                    },
                  ]
                : []),
              {
                key: 'place',
                title: t('file'),
                ellipsis: true,
                render: (sample: (typeof samples)[number]) =>
                  t('trial.place', { file: sample.file, line: format.full(sample.line) }),
              },
            ]}
          />
        </>
      )}
    </div>
  );
}

/** What the numbers come to, and how far they reach, before they are capped and after. */
function BothWays({ name, capping }: { name: string | undefined; capping: Capping }) {
  const { t } = useTranslation('quality');
  const format = useFormat();
  return (
    <>
      <h3 className={css.trialHead}>{name ?? t('capping.title')}</h3>
      <ul className={css.trialFeeds}>
        {(['sum', 'least', 'most'] as const).map((what) => (
          <li key={what}>
            <span>{t(`capping.${what}`)}</span>
            <span>
              {t('capping.bothWays', {
                before: format.number(capping.before[what]),
                after: format.number(capping.after[what]),
              })}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

/** Between what ordinary numbers lie; the groups with most rows, as many as one reads. */
function Fences({ fences }: { fences: RuleTrial['fences'] }) {
  const { t } = useTranslation('quality');
  const format = useFormat();
  return (
    <>
      <h3 className={css.trialHead}>{t('outlier.fences')}</h3>
      <ul className={css.trialFeeds}>
        {fences.slice(0, FENCES).map(({ group, low, high, rows }) => (
          <li key={group ?? ''}>
            <span>
              {group ?? t('outlier.all')} {t('outlier.rows', { n: format.full(rows) })}
            </span>
            <span>
              {low === undefined || high === undefined
                ? t('outlier.open')
                : t('outlier.fence', { low: format.number(low), high: format.number(high) })}
            </span>
          </li>
        ))}
      </ul>
      {fences.length > FENCES && (
        <p className={css.quiet}>{t('outlier.more', { n: format.full(fences.length - FENCES) })}</p>
      )}
    </>
  );
}
