import type { Opportunity } from '#api';
import { useFormat, useTranslation } from '#shell';

/** What is worth doing: its name, whom it is about, and how it might be done. */
export function useWords(one: Opportunity) {
  const { t } = useTranslation('dashboard');
  const format = useFormat();
  const { id, from, until, spent } = one.rule;
  const words = { from, until, spent: format.money(spent) };
  return {
    title: t(`report.action.${id}.title`),
    who: t(`report.action.${id}.who`, words),
    todo: t(`report.action.${id}.todo`),
  };
}
