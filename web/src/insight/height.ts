import type { Answer } from '#api';
import { PROVINCE, type Question } from './question';

/** A row takes so much that its bar and its two lines of figures can be read; a map suits its width. */
export function heightOf(question: Question, answer: Answer, narrow = false): number {
  switch (question.type) {
    case 'trend':
      return 340;
    case 'funnel':
      return question.split
        ? Math.max(200, answer.rows.length * 20 + 64)
        : Math.max(160, answer.rows.length * 76);
    case 'breakdown':
      return question.as === 'map' && question.by === PROVINCE
        ? narrow
          ? 340
          : 480
        : Math.max(120, Math.min(20, answer.rows.length) * 34 + 8);
    case 'kpi':
      return 120;
    case 'distribution':
      return 340;
    case 'groupProfile': {
      const shown = answer.columns.findIndex((one) => one.name === 'tgi');
      const bars = answer.rows.filter((row) => row[shown] !== null).length;
      return Math.max(120, Math.min(24, bars) * 30 + 32);
    }
  }
}

/** Below this the rows of a chart could not be read; others suit themselves to their place. */
export function leastOf(question: Question, answer: Answer): number {
  switch (question.type) {
    case 'trend':
    case 'kpi':
    case 'distribution':
      return 120;
    case 'funnel':
    case 'groupProfile':
      return heightOf(question, answer);
    case 'breakdown':
      return question.as === 'map' && question.by === PROVINCE
        ? 160
        : Math.max(120, Math.min(20, answer.rows.length) * 28 + 8);
  }
}
