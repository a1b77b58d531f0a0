import { Button } from 'antd';
import { Link } from 'react-router';
import type { MatchQuality } from '#api';
import {
  Await,
  Empty,
  icons,
  Panel,
  ReportPage,
  Tile,
  Tiles,
  ToImport,
  useFormat,
  useRightOverAll,
  useSession,
  useTranslation,
} from '#shell';
import { useIdentity } from '../api';
import { Alarms } from './Alarms';
import { useMatchQuality } from './api';
import { Coverage } from './Coverage';
import { Learnt } from './Learnt';
import { Sampled } from './Sampled';
import { Sizes } from './Sizes';

/** 匹配质量: how far the customers can be trusted that records became. */
export function QualityPage() {
  const { t } = useTranslation('identity');
  const { company } = useSession();
  const seesAll = useRightOverAll('VIEW');
  const query = useMatchQuality(seesAll);
  return (
    <ReportPage
      title={t('quality.title')}
      lead={t('quality.lead')}
      asOf={company.asOf}
      figuresOf="company"
      up={{ to: '/identity', label: t('title') }}
      actions={
        seesAll && (
          <Link to="/identity/review">
            <Button>{t('review.title')}</Button>
          </Link>
        )
      }
    >
      {!seesAll ? (
        <Empty
          picture={<icons.identity size={56} />}
          title={t('review.someOnly')}
          text={t('review.someOnlyText')}
        />
      ) : (
        <Await query={query}>
          {(quality) =>
            quality.sizes.length === 0 ? (
              <Empty
                picture={<icons.identity size={56} />}
                title={t('none')}
                text={t('noneText')}
                action={<ToImport>{t('import')}</ToImport>}
              />
            ) : (
              <Report quality={quality} />
            )
          }
        </Await>
      )}
    </ReportPage>
  );
}

function Report({ quality }: { quality: MatchQuality }) {
  const { t } = useTranslation('identity');
  const format = useFormat();
  const { precision, progress } = quality;
  const customers = quality.sizes.reduce((sum, size) => sum + size.customers, 0);
  const records = quality.sizes.reduce((sum, size) => sum + size.records, 0);
  const several = customers - (quality.sizes.find((size) => size.least === 1)?.customers ?? 0);
  const { estimate } = precision;
  const generic = useIdentity().data?.generic;
  return (
    <>
      <Tiles>
        <Tile
          label={t('quality.precision')}
          value={estimate ? format.percent(estimate.share) : t('quality.unseen')}
          note={
            estimate
              ? t('quality.interval', {
                  low: format.percent(estimate.low),
                  high: format.percent(estimate.high),
                  n: format.full(precision.judged),
                })
              : t('quality.unseenNote', { drawn: format.full(precision.drawn) })
          }
        />
        <Tile
          label={t('quality.each')}
          value={format.decimal(records / customers)}
          note={t('quality.eachNote', {
            records: format.number(records),
            customers: format.number(customers),
          })}
        />
        <Tile
          label={t('quality.several')}
          value={format.percent(several / customers)}
          note={t('quality.severalNote', { n: format.full(several) })}
        />
        <Tile
          label={t('quality.judged')}
          value={format.full(progress.judged)}
          note={t('quality.judgedNote', {
            same: format.full(progress.same),
            different: format.full(progress.different),
            unsure: format.full(progress.unsure),
          })}
        />
      </Tiles>
      <Panel title={t('quality.sampled')} text={t('quality.sampledText')}>
        <Sampled precision={precision} unjudged={quality.unjudged} />
      </Panel>
      <Panel title={t('quality.alarms')} text={t('quality.alarmsText')}>
        <Alarms alarms={quality.alarms} usual={quality.usual} />
      </Panel>
      <Panel title={t('quality.sizes')} text={t('quality.sizesText')}>
        <Sizes sizes={quality.sizes} largest={quality.largest} customers={customers} />
      </Panel>
      <Panel
        flush
        title={t('quality.coverage')}
        text={t('quality.coverageText')}
        extra={
          <Link to="/identity">
            {t('quality.generic', { n: generic === undefined ? '…' : format.full(generic.length) })}
          </Link>
        }
      >
        <Coverage quality={quality} />
      </Panel>
      <Panel title={t('quality.learnt')} text={t('quality.learntText')}>
        <Learnt quality={quality} />
      </Panel>
    </>
  );
}
