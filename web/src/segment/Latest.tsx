import type { SegmentView } from '#api';
import { useLabel, useTranslation } from '#shell';
import { Turns } from '#tag';
import { useSegmentLatest } from './api';

const SHOWN = 8;

/** Who came into the segment last, and who left it. */
export function Latest({ segment }: { segment: SegmentView }) {
  const { t } = useTranslation('segment');
  const label = useLabel();
  const query = useSegmentLatest(segment.id, SHOWN);
  return (
    <Turns
      title={t('latest.title')}
      turns={(['came', 'left'] as const).map((turn) => ({
        turn,
        title: t(`latest.${turn}`),
        none: t(`latest.none.${turn}`),
      }))}
      trait={`segment/${segment.id}`}
      label={label(segment.label)}
      query={query}
    />
  );
}
