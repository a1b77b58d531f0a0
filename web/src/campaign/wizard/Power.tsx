import { Alert } from 'antd';
import type { ControlShare, Goal } from '#api';
import { Tile, Tiles, useFormat, useTranslation } from '#shell';
import { useWorth } from '../useWorth';

interface Props {
  /** Whether the sizes of the groups are told here. */
  sizes?: boolean;
  share: Omit<ControlShare, 'controlPerMille'>;
  metric: Goal;
  /** The people whose past the base is told from; 0 when there are none. */
  history: number;
  base: number;
  worth: number;
  days: number;
}

/** What groups of these sizes can tell from chance, beside what somebody wants to know. */
export function Power({ sizes = true, share, metric, history, base, worth, days }: Props) {
  const { t } = useTranslation('campaign');
  const format = useFormat();
  const { level, lift } = useWorth(metric);
  const { detectable } = share;
  const words = {
    n: format.full(share.treated + share.control),
    control: format.full(share.control),
    worth: lift(worth),
    base: level(base),
    wanted: level(base + worth),
    seen: detectable === undefined ? '' : lift(detectable),
    reached: detectable === undefined ? '' : level(base + detectable),
    days,
    goal: t(`goal.${metric}`),
  };
  return (
    <>
      {sizes && (
        <Tiles>
          <Tile label={t('arm.treated')} value={format.full(share.treated)} />
          <Tile label={t('arm.control')} value={format.full(share.control)} />
          <Tile
            label={t('control.detectable')}
            value={detectable === undefined ? '—' : lift(detectable)}
            note={
              detectable === undefined
                ? t('control.detectableNote')
                : t('control.fromTo', { from: words.base, to: words.reached })
            }
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
      ) : history === 0 ? (
        <Alert
          type="warning"
          showIcon
          title={t('control.noHistory')}
          description={t('control.noHistoryText', words)}
        />
      ) : detectable === undefined ? (
        <Alert
          type="warning"
          showIcon
          title={t('control.blind', words)}
          description={t('control.widen')}
        />
      ) : share.enough ? (
        <Alert
          type="success"
          showIcon
          title={t('control.sees', words)}
          description={t('control.seesText', words)}
        />
      ) : (
        <Alert
          type="warning"
          showIcon
          title={t('control.weak', words)}
          description={
            detectable <= worth ? t('control.fewBuyers', words) : t('control.weakText', words)
          }
        />
      )}
    </>
  );
}
