import { useCallback } from 'react';
import type { Answer } from '#api';
import {
  breakdown,
  funnel,
  funnelParts,
  likeness,
  province,
  spread,
  trend,
  trendParts,
  type Drawing,
} from '#charts';
import {
  addsUp,
  bound,
  changeName,
  isWhole,
  likenessName,
  partName,
  previousName,
  unitOf,
} from './columns';
import { PROVINCE, type Question } from './question';
import { metricName, valueName, type Voice } from './words';

/** How the answer to a question is drawn: the chart that its kind has, told apart as it asks. */
export function useDraw(question: Question, answer: Answer, voice: Voice): Drawing {
  return useCallback<Drawing>(
    (pen) => {
      switch (question.type) {
        case 'trend':
          if (question.split)
            return trendParts(answer, pen, {
              as: addsUp(question.metric) ? question.as : 'line',
              unit: unitOf(question.metric, voice),
              grain: question.grain,
              adds: addsUp(question.metric),
              name: (value) => partName(question.split, value, voice),
              unknown: voice.t('noValue'),
            });
          return trend(answer, pen, {
            as: question.as,
            unit: unitOf(question.metric, voice),
            grain: question.grain,
            name: metricName(question.metric, voice),
            beside: {
              previous: previousName(question, voice),
              change: changeName(question, voice),
              isNeighbour: question.versus === 'precedingBucket',
            },
          });
        case 'kpi':
          return {};
        case 'distribution':
          return spread(answer, pen, {
            bound: (value) => bound(question.of, value, pen.format),
            whole: isWhole(question.of),
            counted: voice.t(`spread.counted.${question.of}`),
          });
        case 'groupProfile':
          return likeness(answer, pen, {
            name: (field, value) => likenessName(question.by[field] ?? '', value, voice),
            sort: question.sort,
          });
        case 'funnel':
          return question.split
            ? funnelParts(answer, pen, {
                name: (value) => partName(question.split, value, voice),
                unknown: voice.t('noValue'),
              })
            : funnel(answer, pen);
        case 'breakdown':
          if (question.as === 'map' && question.by === PROVINCE)
            return province(answer, pen, { measure: question.measure });
          return breakdown(answer, pen, {
            measure: question.measure,
            name: (value) => valueName(question.by, value, voice),
            unknown: voice.t('noValue'),
            ordered: (voice.lexicon.trait(question.by)?.values.length ?? 0) > 0,
          });
      }
    },
    [question, answer, voice],
  );
}
