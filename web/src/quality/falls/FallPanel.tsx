import { Button } from 'antd';
import { Link } from 'react-router';
import { Complaint, Panel, useRightOverAll, useTranslation } from '#shell';
import { useFeedNames, useSourceNames } from '#source';
import { useFalls, useSeen } from './api';
import { byFeed } from './fallen';
import { FallLine } from './FallLine';
import css from './falls.module.css';

/** What fell since anybody looked, feed by feed, until somebody says that it was seen. */
export function FallPanel() {
  const { t } = useTranslation('quality');
  const sourceName = useSourceNames();
  const feedName = useFeedNames();
  const mayDefine = useRightOverAll('DEFINE');
  const { data } = useFalls();
  const seen = useSeen();
  const feeds = byFeed(data?.falls ?? []);
  if (feeds.length === 0) return null;
  return (
    <Panel
      title={t('falls.title')}
      text={t('falls.text', { points: data?.alarm.points, least: data?.alarm.least })}
    >
      <Complaint error={seen.error} />
      <ul className={css.feeds}>
        {feeds.map((one) => (
          <li key={`${one.source}/${one.feed}`}>
            <header>
              <Link to={`/quality/score?feed=${one.source}/${one.feed}`}>
                {`${sourceName(one.source)} · ${feedName(one.source, one.feed)}`}
              </Link>
              {(mayDefine || one.mine) && (
                <Button
                  size="small"
                  loading={seen.isPending && seen.variables.number === one.number}
                  onClick={() =>
                    seen.mutate({ source: one.source, feed: one.feed, number: one.number })
                  }
                >
                  {t('falls.seen')}
                </Button>
              )}
            </header>
            <ul>
              {one.falls.map((fall) => (
                <FallLine
                  key={`${fall.number} ${fall.field ?? ''} ${fall.dimension}`}
                  fall={fall}
                />
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
