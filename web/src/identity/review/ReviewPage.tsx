import { Alert, Segmented } from 'antd';
import { useSearchParams } from 'react-router';
import type { ReviewReason } from '#api';
import {
  Await,
  Empty,
  icons,
  ListPage,
  useFormat,
  useRight,
  useRightOverAll,
  useTranslation,
} from '#shell';
import { useQueue } from './api';
import { Bare } from './Bare';
import { Bench } from './Bench';
import { Latest } from './Latest';
import css from './review.module.css';

const REASONS: ReviewReason[] = ['unsure', 'apart', 'sample', 'bare'];

/** 复核队列: pairs of records in doubt, laid beside each other for a person to judge. */
export function ReviewPage() {
  const { t } = useTranslation('identity');
  const seesAll = useRightOverAll('VIEW');
  return (
    <ListPage
      title={t('review.title')}
      lead={t('review.lead')}
      up={{ to: '/identity', label: t('title') }}
    >
      {seesAll ? (
        <Queue />
      ) : (
        <Empty
          picture={<icons.identity size={56} />}
          title={t('review.someOnly')}
          text={t('review.someOnlyText')}
        />
      )}
    </ListPage>
  );
}

function Queue() {
  const { t } = useTranslation('identity');
  const format = useFormat();
  const holds = useRight('DEFINE');
  const [search, setSearch] = useSearchParams();
  const reason = REASONS.find((one) => one === search.get('reason'));
  const query = useQueue(reason, true);
  const { due } = query.data ?? {};
  const option = (value: ReviewReason | 'all', n: number | undefined) => ({
    value,
    label: `${t(`review.reason.${value}`)}${n === undefined ? '' : ` ${format.number(n)}`}`,
  });
  return (
    <>
      <div className={css.sorts}>
        <Segmented<ReviewReason | 'all'>
          value={reason ?? 'all'}
          aria-label={t('review.which')}
          options={[
            option('all', due && due.unsure + due.apart),
            ...REASONS.map((one) => option(one, due?.[one])),
          ]}
          onChange={(one) =>
            setSearch(
              (now) => {
                if (one === 'all') now.delete('reason');
                else now.set('reason', one);
                return now;
              },
              { replace: true },
            )
          }
        />
        <span className={css.quiet}>{t(`review.reasonText.${reason ?? 'all'}`)}</span>
      </div>
      {!holds && <Alert type="info" showIcon title={t('review.mayNot')} />}
      {reason === 'bare' ? (
        <Bare />
      ) : (
        <Await query={query}>
          {(queue) => (
            <Bench
              key={reason ?? 'all'}
              queue={queue}
              reason={reason}
              at={query.dataUpdatedAt}
              fresh={!query.isPlaceholderData}
              may={holds}
              onMore={() => void query.refetch()}
            />
          )}
        </Await>
      )}
      <Latest may={holds} />
    </>
  );
}
