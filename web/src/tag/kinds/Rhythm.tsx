import type { LifecycleRule, RhythmLine } from '#api';
import {
  Await,
  DataTable,
  Empty,
  Loading,
  Panel,
  useFormat,
  useTranslation,
  type Col,
} from '#shell';
import { useRhythm } from '../api';
import css from './kinds.module.css';

/** How long customers wait before they buy again, by category, and the lines that follow in days. */
export function Rhythm({ rule }: { rule: LifecycleRule }) {
  const { t } = useTranslation('tag');
  const format = useFormat();
  const query = useRhythm(rule);
  const days = (n: number) => t('rfm.days', { n: format.full(Math.round(n * 10) / 10) });
  return (
    <Panel flush title={t('rhythm.title')} text={t('rhythm.text')}>
      <Await
        query={query}
        loading={
          <div className={css.waiting}>
            <Loading rows={5} />
          </div>
        }
      >
        {({ overall, categories, loyalDays, more }) => {
          if (!overall) return <Empty title={t('rhythm.none')} text={t('rhythm.noneText')} />;
          const columns: Col<RhythmLine>[] = [
            {
              key: 'category',
              title: t('rhythm.category'),
              render: (line) => (
                <>
                  {line.category ?? <b>{t('rhythm.overall')}</b>}
                  {!line.own && line.category != null && (
                    <small className={css.aside}>{t('rhythm.few', { n: rule.leastGaps })}</small>
                  )}
                </>
              ),
            },
            {
              key: 'gaps',
              title: t('rhythm.gaps'),
              number: true,
              width: 110,
              render: (line) => format.full(line.gaps),
            },
            {
              key: 'new',
              title: t('rhythm.new', { n: rule.newPercentile }),
              number: true,
              width: 170,
              render: (line) => (line.own ? days(line.newDays) : '—'),
            },
            {
              key: 'risk',
              title: t('rhythm.risk', { n: rule.riskPercentile }),
              number: true,
              width: 170,
              render: (line) => (line.own ? days(line.riskDays) : '—'),
            },
            {
              key: 'lost',
              title: t('rhythm.lost', { n: format.full(rule.lostTimes) }),
              number: true,
              width: 170,
              render: (line) => (line.own ? days(line.lostDays) : '—'),
            },
          ];
          return (
            <>
              <DataTable<RhythmLine>
                bare
                rows={[overall, ...categories]}
                rowKey={(line) => line.category ?? ''}
                columns={columns}
                minWidth={720}
                label={t('rhythm.title')}
              />
              <p className={css.foot}>
                {loyalDays != null &&
                  t('rhythm.loyal', {
                    n: format.full(Math.max(2, Math.ceil(loyalDays))),
                    percent: rule.loyalPercent,
                  })}
                {more && ` ${t('rhythm.more')}`}
              </p>
            </>
          );
        }}
      </Await>
    </Panel>
  );
}
