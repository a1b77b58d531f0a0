import type { UseQueryResult } from '@tanstack/react-query';
import { Alert, InputNumber, Slider } from 'antd';
import type { ControlShare, Outlook } from '#api';
import { ErrorState, Loading, Panel, Tile, Tiles, useFormat, useTranslation } from '#shell';
import css from '../campaign.module.css';
import type { Writing } from './draft';

interface Props {
  writing: Writing;
  outlook: UseQueryResult<Outlook>;
  onChange: (part: Partial<Writing>) => void;
}

/** How many are held back, what that can show, and by what rule it will be counted. */
export function ControlStep({ writing, outlook, onChange }: Props) {
  const { t } = useTranslation('campaign');
  const { data } = outlook;
  const share = data?.shares.find((one) => one.controlPerMille === writing.controlPerMille);
  return (
    <>
      <Panel title={t('control.title')} text={t('control.text')}>
        <div className={css.slider}>
          <Slider
            min={0}
            max={50}
            value={writing.controlPerMille / 10}
            marks={{ 0: '0%', 10: '10%', 20: '20%', 30: '30%', 40: '40%', 50: '50%' }}
            tooltip={{ formatter: (value) => `${value ?? 0}%` }}
            ariaLabelForHandle={t('control.share')}
            onChange={(value: number) => onChange({ controlPerMille: value * 10 })}
          />
        </div>
        {outlook.error ? (
          <ErrorState error={outlook.error} retry={() => void outlook.refetch()} />
        ) : data && share ? (
          <Power share={share} baseRate={data.baseRate} days={writing.windowDays} />
        ) : (
          <Loading rows={2} />
        )}
      </Panel>
      <Panel title={t('measure.title')} text={t('measure.text')}>
        <div className={css.form}>
          <label htmlFor="campaign-days">{t('measure.days')}</label>
          <InputNumber
            id="campaign-days"
            min={1}
            max={365}
            precision={0}
            value={writing.windowDays}
            suffix={t('measure.daysUnit')}
            onChange={(value) => value && onChange({ windowDays: value })}
          />
          <p className={css.quiet}>{t('measure.daysHint')}</p>
          <label htmlFor="campaign-margin">{t('measure.margin')}</label>
          <InputNumber
            id="campaign-margin"
            min={0}
            max={100}
            value={writing.marginPercent}
            suffix="%"
            onChange={(value) => onChange({ marginPercent: value ?? 0 })}
          />
          <p className={css.quiet}>{t('measure.marginHint')}</p>
        </div>
      </Panel>
    </>
  );
}

/** What these sizes can tell from chance. */
export function Power({
  share,
  baseRate,
  days,
  sizes = true,
}: {
  /** Whether the sizes of the groups are told here. */
  sizes?: boolean;
  share: Omit<ControlShare, 'controlPerMille'>;
  baseRate: number;
  days: number;
}) {
  const { t } = useTranslation('campaign');
  const format = useFormat();
  const detectable =
    share.detectable === undefined ? null : format.points(share.detectable).replace('+', '');
  const words = {
    n: format.full(share.treated + share.control),
    control: format.full(share.control),
    points: detectable ?? '',
    rate: format.percent(baseRate),
    days,
  };
  return (
    <>
      {sizes && (
        <Tiles>
          <Tile label={t('arm.treated')} value={format.full(share.treated)} />
          <Tile label={t('arm.control')} value={format.full(share.control)} />
          <Tile
            label={t('control.detectable')}
            value={detectable ?? '—'}
            note={t('control.detectableNote')}
          />
        </Tiles>
      )}
      {share.control === 0 ? (
        <Alert
          type="warning"
          showIcon
          title={t('control.none')}
          description={t('control.noneText')}
        />
      ) : detectable === null ? (
        <Alert type="warning" showIcon title={t('control.blind', words)} />
      ) : (
        <Alert
          type={share.enough ? 'info' : 'warning'}
          showIcon
          title={t('control.sentence', words)}
          description={t(share.enough ? 'control.enough' : 'control.weak', words)}
        />
      )}
    </>
  );
}
