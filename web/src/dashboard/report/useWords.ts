import type { Opportunity } from '#api';
import { useFormat, useTranslation } from '#shell';

/** What is worth doing: its name, whom it is about, and how it might be done. */
export function useWords(one: Opportunity) {
  const { t } = useTranslation('dashboard');
  const format = useFormat();
  const { id, from, until, spent, affinity } = one.rule;
  const { bought, missing } = affinity ?? {};
  const words = { from, until, spent: format.money(spent), bought, missing };
  const base = {
    heads: format.full(one.baseHeads),
    rate: format.percent(one.stake?.rate),
    each: format.money(one.stake?.perBuyer),
    missing,
  };
  return {
    title: t(`report.action.${id}.title`, words),
    who: t(`report.action.${id}.who`, words),
    todo: t(`report.action.${id}.todo`, words),
    base: t(affinity ? 'report.action.baseOf' : 'report.action.base', base),
    why: affinity
      ? t('report.action.affinity', {
          bought,
          missing,
          first: format.full(affinity.counts.first),
          confidence: format.percent(affinity.confidence),
          usual: format.percent(affinity.usual),
          lift: affinity.lift.toFixed(2),
          low: affinity.low.toFixed(2),
          high: affinity.high.toFixed(2),
        })
      : null,
  };
}
