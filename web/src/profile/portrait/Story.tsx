import { Button, Segmented } from 'antd';
import { Fragment } from 'react';
import { useSearchParams } from 'react-router';
import type { TimelineEntry } from '#api';
import { ErrorState, Loading, useFormat, useLabel, useTranslation } from '#shell';
import { useSourceNames } from '#source';
import { Hidden } from '../Hidden';
import { useTimeline } from '../api';
import { Blank } from './Chapter';
import { aboutOf, folded, summed, type Episode } from './folded';
import css from './portrait.module.css';
import { dayOf } from './summary';

const KINDS = ['bought', 'browsed', 'said', 'gained', 'received', 'joined'];

/** Everything that happened, newest first, by month; the address holds which kind is shown. */
export function Story({ id }: { id: number }) {
  const { t } = useTranslation('profile');
  const [search, setSearch] = useSearchParams();
  const asked = search.get('story') ?? '';
  const kind = KINDS.includes(asked) ? asked : '';
  return (
    <>
      <div className={css.sift}>
        <Segmented<string>
          value={kind}
          aria-label={t('story.sift')}
          options={['', ...KINDS].map((one) => ({
            value: one,
            label: t(`story.kind.${one === '' ? 'all' : one}`),
          }))}
          onChange={(one) =>
            setSearch(
              (now) => {
                if (one === '') now.delete('story');
                else now.set('story', one);
                return now;
              },
              { replace: true, preventScrollReset: true },
            )
          }
        />
      </div>
      <Lines id={id} kind={kind} />
    </>
  );
}

function Lines({ id, kind }: { id: number; kind: string }) {
  const { t } = useTranslation('profile');
  const format = useFormat();
  const query = useTimeline(id, kind);
  if (query.error && !query.data)
    return <ErrorState error={query.error} retry={() => void query.refetch()} />;
  if (!query.data) return <Loading />;
  const episodes = folded(query.data.pages.flatMap((page) => page.rows));
  if (episodes.length === 0)
    return <Blank>{t(kind === '' ? 'story.none' : 'story.noneOfKind')}</Blank>;
  const month = ({ steps: [latest] }: Episode) =>
    dayOf(latest.happenedAt, format.setting.zone).slice(0, 7);
  return (
    <>
      <ol className={css.story}>
        {episodes.map((episode, i) => {
          const before = episodes[i - 1];
          const { happenedAt, name } = episode.steps[0];
          return (
            <Fragment key={`${happenedAt} ${name} ${i}`}>
              {(!before || month(before) !== month(episode)) && (
                <li className={css.month}>{format.month(`${month(episode)}-01`)}</li>
              )}
              <Line episode={episode} />
            </Fragment>
          );
        })}
      </ol>
      {query.hasNextPage && (
        <Button loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {t('story.earlier')}
        </Button>
      )}
      {query.isFetchNextPageError && (
        <ErrorState error={query.error} retry={() => void query.fetchNextPage()} />
      )}
    </>
  );
}

/** Kinds that are drawn apart: what was bought, what came back, what was sent. */
const MARKS: Record<string, string> = {
  paid: 'bought',
  ordered: 'step',
  refunded: 'back',
  sent: 'sent',
  delivered: 'sent',
  registered: 'first',
};

function Line({ episode: { steps } }: { episode: Episode }) {
  const label = useLabel();
  const format = useFormat();
  const source = useSourceNames();
  const [latest] = steps;
  return (
    <li className={css.entry} data-mark={markOf(steps)}>
      <time dateTime={latest.happenedAt}>{format.moment(latest.happenedAt)}</time>
      <span className={css.deed}>
        {latest.kind === 'browsed' ? (
          <Visit steps={steps} />
        ) : (
          <>
            {steps
              .toReversed()
              .map((step) => label(step.label))
              .join(' → ')}
            <Aside entry={latest} />
          </>
        )}
      </span>
      <span className={css.amount}>
        {(latest.amount ?? null) === null ? '' : format.moneyFull(latest.amount)}
      </span>
      <span className={css.aside}>{source(latest.source)}</span>
    </li>
  );
}

/** 投诉：物流，1 分; earned 30 points for 签到; of an order its number. */
function Aside({ entry }: { entry: TimelineEntry }) {
  const { t } = useTranslation('profile');
  const format = useFormat();
  const { score, points, text } = entry.about;
  const parts = [
    aboutOf(entry),
    typeof score === 'number' && t('feedback.score', { n: format.full(score) }),
    typeof points === 'number' && `${points > 0 ? '+' : ''}${format.full(points)}`,
  ].filter(Boolean);
  const own = entry.kind === 'said' || entry.kind === 'gained';
  return (
    <>
      {parts.length > 0 && <span className={css.about}>{parts.join(' · ')}</span>}
      {typeof text === 'string' && (
        <span className={css.quote}>
          <Hidden text={text} />
        </span>
      )}
      {!own && entry.ref && <span className={css.aside}>{entry.ref}</span>}
    </>
  );
}

/** As many goods as a line of a visit names. */
const NAMED = 3;

/** What somebody did in one visit: 浏览 12 次 茶叶 · 桂花乌龙、… */
function Visit({ steps }: { steps: Episode['steps'] }) {
  const { t } = useTranslation('profile');
  const label = useLabel();
  const format = useFormat();
  return (
    <>
      {summed(steps).map((sum) => (
        <span key={sum.name} className={css.deedOfVisit}>
          {sum.count === 1
            ? label(sum.label)
            : t('story.times', { deed: label(sum.label), n: format.full(sum.count) })}
          {sum.about.length > 0 && (
            <span className={css.about} title={sum.about.join(t('comma'))}>
              {sum.about.slice(0, NAMED).join(t('comma'))}
              {sum.about.length > NAMED && t('story.andMore', { n: format.full(sum.about.length) })}
            </span>
          )}
        </span>
      ))}
    </>
  );
}

/** The mark of what weighs most among the steps. */
function markOf(steps: Episode['steps']): string {
  const marks = steps.map((step) => MARKS[step.name] ?? 'step');
  return ['back', 'bought', 'sent', 'first'].find((mark) => marks.includes(mark)) ?? 'step';
}
