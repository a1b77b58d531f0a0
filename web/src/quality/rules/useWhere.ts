import { useTranslation } from '#shell';
import { useFeedNames, useSourceNames } from '#source';

/** 网店 · 订单; 订单 where all sources are meant. */
export function useWhere(): (rule: { rows: string; source?: string; feed?: string }) => string {
  const { t } = useTranslation('quality');
  const sourceName = useSourceNames();
  const feedName = useFeedNames();
  return ({ rows, source, feed }) => {
    if (!source) return t('rules.everywhere', { rows: t(`grain.${rows}`) });
    return `${sourceName(source)} · ${feed ? feedName(source, feed) : t(`grain.${rows}`)}`;
  };
}
