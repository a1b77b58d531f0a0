import { Spin } from 'antd';
import type { SegmentView } from '#api';
import { Figure, useTranslation } from '#shell';
import css from './segment.module.css';

/** How many are in it; while it is being counted, that it is. */
export function Size({ segment }: { segment: SegmentView }) {
  const { t } = useTranslation('segment');
  if (!segment.counting) return <Figure value={segment.size} />;
  return (
    <span className={css.counting} role="status" title={t('counting.text')}>
      <Spin size="small" />
      {t('counting.short')}
    </span>
  );
}
