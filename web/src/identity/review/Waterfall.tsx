import type { ReviewPair } from '#api';
import { useFormat, useLabel, useTranslation } from '#shell';
import css from './review.module.css';
import { chanceOf, waterfall } from './waterfall';

/** What speaks for one person and what for two, comparison by comparison, down to the chance. */
export function Waterfall({ pair }: { pair: ReviewPair }) {
  const { t } = useTranslation('identity');
  const label = useLabel();
  const format = useFormat();
  const { steps, low, high } = waterfall(pair);
  const place = (bits: number) => ((bits - low) / Math.max(high - low, 1)) * 100;
  const names = [
    t('review.before', { two: label(pair.two) }),
    ...pair.steps.map((step) => label(step.found)),
  ];
  const chance = chanceOf(pair.bits);
  return (
    <section className={css.evidence}>
      <h2 className={css.small}>{t('review.evidence')}</h2>
      <ol className={css.fall}>
        {steps.map((step, i) => (
          <li key={names[i]}>
            <span>{names[i]}</span>
            <span className={css.track} aria-hidden>
              <s style={{ left: `${place(0)}%` }} />
              <i
                data-against={step.bits < 0}
                style={{
                  left: `${place(Math.min(step.from, step.to))}%`,
                  width: `${Math.max(place(Math.max(step.from, step.to)) - place(Math.min(step.from, step.to)), 0.8)}%`,
                }}
              />
            </span>
            <span className={css.bits}>
              {step.bits < 0 ? '−' : '+'}
              {Math.abs(step.bits).toFixed(1)}
            </span>
          </li>
        ))}
        <li className={css.end}>
          <span>{t('review.chance')}</span>
          <b>{chance > 0.999 ? '> 99.9%' : chance < 0.001 ? '< 0.1%' : format.percent(chance)}</b>
          <span className={css.bits}>
            {pair.bits < 0 ? '−' : '+'}
            {Math.abs(pair.bits).toFixed(1)}
          </span>
        </li>
      </ol>
      <p className={css.quiet}>{t('review.evidenceText')}</p>
    </section>
  );
}
