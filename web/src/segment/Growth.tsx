import type { SegmentView } from '#api';
import { SizeHistory } from '#charts';
import { Await, Panel, useTranslation } from '#shell';
import { useSegmentHistory } from './api';
import css from './segment.module.css';

/** The size day by day, with how many came and went. */
export function Growth({ segment }: { segment: SegmentView }) {
  const { t } = useTranslation('segment');
  const query = useSegmentHistory(segment.id);
  return (
    <Panel>
      <Await query={query}>
        {(days) =>
          days.length === 0 ? (
            <p className={css.quiet}>{t('history.none')}</p>
          ) : (
            <SizeHistory
              days={days}
              words={{
                title: t('history.title'),
                size: t('column.size'),
                entered: t('column.entered'),
                left: t('column.left'),
                latest: (at) => t('history.latest', at),
              }}
            />
          )
        }
      </Await>
    </Panel>
  );
}
