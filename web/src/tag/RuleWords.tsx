import type { Measure, TagRule } from '#api';
import { measureWords, Sentence, Tokens, useSpeech, useWritten } from '#condition';
import { useFormat, useLabel, useTranslation } from '#shell';
import { conditionOf } from './holding';
import css from './tag.module.css';

/** What a tag means, said by its rule itself, so that words and figures never part. */
export function RuleWords({ rule }: { rule: TagRule }) {
  const { t } = useTranslation('tag');
  const format = useFormat();
  const label = useLabel();
  const written = useWritten();
  const condition = conditionOf(rule);
  if (condition) return <Sentence condition={condition} />;
  switch (rule.type) {
    case 'rule':
      return (
        <ul className={css.cases}>
          {rule.cases.map((one, i) => (
            <li key={i}>
              <b>{label(one.label) || written(one.value)}</b>
              <span>
                <Sentence condition={one.when} />
              </span>
            </li>
          ))}
        </ul>
      );
    case 'statistic':
      return <MeasureWords measure={rule.measure} />;
    case 'banded':
      return (
        <>
          <MeasureWords measure={rule.measure} />
          <ul className={css.cases}>
            {rule.names.map((name, i) => (
              <li key={name}>
                <b>{name}</b>
                <span>{bandOf(i)}</span>
              </li>
            ))}
          </ul>
        </>
      );
    case 'preference':
      return (
        <>
          <MeasureWords measure={rule.measure} />
          {(rule.most ?? 1) > 1 && t('preference.several', { n: rule.most })}
          {t('preference.least', { rows: rule.leastRows, percent: rule.leastPercent })}
        </>
      );
    case 'lifecycle':
      return (
        <>
          {t('lifecycle.meaning', {
            fresh: rule.newPercentile,
            risk: rule.riskPercentile,
            times: format.full(rule.lostTimes),
            loyal: rule.loyalPercent,
            gaps: rule.leastGaps,
          })}
        </>
      );
    case 'rfm': {
      const split = t(`rfm.split.${rule.split}`);
      return <>{t('rfm.meaning', { days: format.full(rule.windowDays), split })}</>;
    }
  }

  function bandOf(i: number): string {
    if (rule.type !== 'banded') return '';
    const [from, until] = [rule.cuts[i - 1], rule.cuts[i]];
    if (from === undefined) return t('band.below', { until: format.full(until) });
    if (until === undefined) return t('band.from', { from: format.full(from) });
    return t('band.between', { from: format.full(from), until: format.full(until) });
  }
}

function MeasureWords({ measure }: { measure: Measure }) {
  const speech = useSpeech();
  return <Tokens tokens={measureWords(measure, speech)} />;
}
