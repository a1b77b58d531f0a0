import { useCallback } from 'react';
import type { Cap } from '#api';
import { measureWords, plain, useSpeech } from '#condition';
import { useFormat, useTranslation } from '#shell';
import { rankOf } from './builder/caps';

/** How a limit of people is said: 取净消费最高的前 1,000 人. */
export function useCapWords(): (cap: Cap) => string {
  const { t } = useTranslation('segment');
  const format = useFormat();
  const speech = useSpeech();
  return useCallback(
    (cap) => {
      const n = format.full(cap.most);
      if (cap.type === 'drawn') return t('cap.words.drawn', { n });
      const rank = rankOf(cap);
      const by = rank
        ? t(`cap.rank.${rank}`)
        : t(cap.lowest ? 'cap.lowest' : 'cap.highest', {
            by: plain(measureWords(cap.by, speech)),
          });
      return t('cap.words.ranked', { n, by });
    },
    [t, format, speech],
  );
}
