import { useCallback } from 'react';
import type { FeedScore, FieldScore } from '#api';
import { useFormat, useTranslation } from '#shell';
import { useFeedNames, useFieldNames, useSourceNames } from '#source';
import { troubles } from './words';

/** What feeds and fields are called, and what is the matter with a field in one sentence. */
export function useWhy() {
  const { t } = useTranslation('quality');
  const format = useFormat();
  const sourceName = useSourceNames();
  const feedOf = useFeedNames();
  const fieldName = useFieldNames();
  const feedName = useCallback(
    ({ source, feed }: Pick<FeedScore, 'source' | 'feed'>) =>
      `${sourceName(source)} · ${feedOf(source, feed)}`,
    [sourceName, feedOf],
  );
  const why = useCallback(
    (field: FieldScore) => {
      const found = troubles(field);
      if (found.length === 0) return t('score.nothing');
      return t('score.why', {
        rows: format.full(field.counts.rows),
        what: found
          .map(({ what, n }) => t(`score.trouble.${what}`, { n: format.full(n) }))
          .join(t('score.comma')),
      });
    },
    [t, format],
  );
  return { feedName, fieldName, why };
}
