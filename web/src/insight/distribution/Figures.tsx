import type { Answer } from '#api';
import { useFormat, useTranslation } from '#shell';
import css from '../insight.module.css';
import type { DistributionQuestion } from '../question';

/** What the shape of the bars does not tell: the middle, the mean, and where most of them lie. */
export function Figures({ answer, question }: { answer: Answer; question: DistributionQuestion }) {
  const { t } = useTranslation('insight');
  const format = useFormat();
  const money = question.of === 'spent' || question.of === 'orderValue';
  const say = (name: string): string => {
    const cell = answer.figures[name];
    if (cell === null || cell === undefined || typeof cell === 'object') return '—';
    const value = Math.round(Number(cell) * 10) / 10;
    return money
      ? format.moneyFull(value)
      : t(`spread.of.${question.of}`, { n: format.full(value) });
  };
  return (
    <dl className={css.figures}>
      {(['median', 'mean', 'p25', 'p75', 'p90', 'most'] as const).map((name) => (
        <div key={name}>
          <dt>{t(`figure.${name}`)}</dt>
          <dd>{say(name)}</dd>
        </div>
      ))}
    </dl>
  );
}
