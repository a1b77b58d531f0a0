import { Button } from 'antd';
import type { FeedScore, Scorecard } from '#api';
import {
  Await,
  Empty,
  icons,
  Panel,
  ReportPage,
  useFormat,
  useSession,
  useTranslation,
  ToImport,
} from '#shell';
import { useMayRule, useScorecard } from '../api';
import { AlarmButton } from '../falls/AlarmDialog';
import { FallPanel } from '../falls/FallPanel';
import { Course } from './Course';
import { How } from './How';
import { SideTable } from './SideTable';
import { Heat } from './Heat';
import { useWhy } from './useWhy';
import { exactly, points } from './words';
import css from './score.module.css';

/** 数据质量评分: how far each source and field can be relied on, the worst first; for paper too. */
export function ScorePage() {
  const { t } = useTranslation('quality');
  const { company } = useSession();
  const query = useScorecard();
  const mayDefine = useMayRule();
  return (
    <ReportPage
      title={t('score.title')}
      lead={t('score.lead')}
      asOf={company.asOf}
      figuresOf="company"
      up={{ to: '/quality', label: t('title') }}
      actions={
        <>
          {mayDefine && <AlarmButton className={css.screenOnly} />}
          <Button
            className={css.screenOnly}
            disabled={!query.data || query.data.feeds.length === 0}
            onClick={() => window.print()}
          >
            {t('score.print')}
          </Button>
        </>
      }
    >
      <Await query={query}>
        {(card) =>
          card.feeds.length === 0 ? (
            <Empty
              picture={<icons.quality size={56} />}
              title={t('none')}
              text={t('score.noneText')}
              action={<ToImport>{t('import')}</ToImport>}
            />
          ) : (
            <>
              <FallPanel />
              <div className={css.top}>
                <Whole card={card} />
                <Worst feeds={card.feeds} />
              </div>
              <Heat feeds={card.feeds} />
              <BothSides feeds={card.feeds} />
              <How />
            </>
          )
        }
      </Await>
    </ReportPage>
  );
}

/** What cleaning has made of each kind of file, dimension by dimension. */
function BothSides({ feeds }: { feeds: FeedScore[] }) {
  const { t } = useTranslation('quality');
  const { feedName } = useWhy();
  return (
    <Panel flush title={t('sides.title')} text={t('sides.text')}>
      <SideTable
        first={t('feed')}
        label={t('sides.title')}
        rows={feeds.map((feed) => ({
          key: `${feed.source}/${feed.feed}`,
          name: feedName(feed),
          sides: feed.sides,
        }))}
      />
    </Panel>
  );
}

function Whole({ card }: { card: Scorecard }) {
  const { t } = useTranslation('quality');
  const format = useFormat();
  const before = card.trend.at(-2);
  return (
    <Panel title={t('score.whole')}>
      <p className={css.whole}>
        <strong>{card.score === undefined ? '—' : points(card.score)}</strong>
        <span>{t('score.outOf')}</span>
      </p>
      {card.before !== undefined && card.after !== undefined && (
        <p className={css.course}>
          {t('sides.short', { before: exactly(card.before), after: exactly(card.after) })}
        </p>
      )}
      <p className={css.course}>
        {before && card.score !== undefined ? (
          <>
            <Course trend={card.trend} />
            <span>
              {t('score.since', {
                day: format.moment(before.measuredAt),
                score: points(before.score),
              })}
            </span>
          </>
        ) : (
          t('score.first')
        )}
      </p>
    </Panel>
  );
}

const WORST = 3;

/** The fields that are worth looking at first, each with why. */
function Worst({ feeds }: { feeds: FeedScore[] }) {
  const { t } = useTranslation('quality');
  const { feedName, fieldName, why } = useWhy();
  const worst = feeds
    .flatMap((feed) => feed.fields.map((field) => ({ feed, field })))
    .filter(({ field }) => field.score !== undefined && field.score < 1)
    .sort((a, b) => (a.field.score ?? 1) - (b.field.score ?? 1))
    .slice(0, WORST);
  return (
    <Panel title={t('score.worst')}>
      {worst.length === 0 ? (
        <p className={css.fine}>{t('score.fine')}</p>
      ) : (
        <ol className={css.worst}>
          {worst.map(({ feed, field }) => (
            <li key={`${feed.source}/${feed.feed}/${field.field}`}>
              <b>{t('score.fieldOf', { feed: feedName(feed), field: fieldName(field.field) })}</b>
              <span className={css.points}>
                {t('score.points', { n: points(field.score ?? 0) })}
              </span>
              <span className={css.why}>{why(field)}</span>
            </li>
          ))}
        </ol>
      )}
    </Panel>
  );
}
