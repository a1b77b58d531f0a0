import { Button } from 'antd';
import { Fragment } from 'react';
import { ErrorState, Loading, useFormat, useLabel, useTranslation } from '#shell';
import { useSourceNames } from '#source';
import { useTimeline } from '../api';
import { Blank } from './Chapter';
import { folded, type Episode } from './folded';
import css from './portrait.module.css';
import { dayOf } from './summary';

/** Everything that happened, newest first, by month. */
export function Story({ id }: { id: number }) {
  const { t } = useTranslation('profile');
  const format = useFormat();
  const query = useTimeline(id);
  if (query.error && !query.data)
    return <ErrorState error={query.error} retry={() => void query.refetch()} />;
  if (!query.data) return <Loading />;
  const episodes = folded(query.data.pages.flatMap((page) => page.rows));
  if (episodes.length === 0) return <Blank>{t('story.none')}</Blank>;
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
        {steps
          .toReversed()
          .map((step) => label(step.label))
          .join(' → ')}
        {latest.ref && <span className={css.aside}>{latest.ref}</span>}
      </span>
      <span className={css.amount}>
        {(latest.amount ?? null) === null ? '' : format.moneyFull(latest.amount)}
      </span>
      <span className={css.aside}>{source(latest.source)}</span>
    </li>
  );
}

/** The mark of what weighs most among the steps. */
function markOf(steps: Episode['steps']): string {
  const marks = steps.map((step) => MARKS[step.name] ?? 'step');
  return ['back', 'bought', 'sent', 'first'].find((mark) => marks.includes(mark)) ?? 'step';
}
