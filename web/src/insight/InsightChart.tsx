import { useCallback, type ReactNode } from 'react';
import type { Answer, Insight } from '#api';
import { breakdown, Chart, funnel, markAt, trend, type Drawing } from '#charts';
import { Await, Loading, useCurrency, useFormat, useTranslation } from '#shell';
import { useAnswer } from './api';
import { BehindDrawer } from './behind/BehindDrawer';
import {
  bucketName,
  changeName,
  columnTitle,
  isMoney,
  measured,
  opensOf,
  previousName,
  writeCell,
} from './columns';
import css from './insight.module.css';
import type { Question } from './question';
import { Standing } from './trend/Standing';
import { useVoice } from './useVoice';
import { metricName, stepNames, valueName } from './words';

interface Props {
  question: Question;
  insight: Insight;
  title: string;
  height?: number;
  extra?: ReactNode;
  /** Which number is opened: its column and row, as {@link openText} writes it. */
  open: string | null;
  onOpen: (open: string | null) => void;
}

/** The answer to a question as a chart, every number of which opens into its customers. */
export function InsightChart(props: Props) {
  const query = useAnswer(props.insight);
  return (
    <Await query={query} loading={<Loading rows={8} />}>
      {(answer) => (
        <div
          className={css.answer}
          data-stale={query.isPlaceholderData}
          aria-busy={query.isFetching}
        >
          <Drawn {...props} answer={answer} />
        </div>
      )}
    </Await>
  );
}

function Drawn({
  question,
  insight,
  answer,
  title,
  height,
  extra,
  open,
  onOpen,
}: Props & { answer: Answer }) {
  const { t } = useTranslation('insight');
  const format = useFormat();
  const currency = useCurrency();
  const voice = useVoice();
  const draw = useCallback<Drawing>(
    (pen) => {
      switch (question.type) {
        case 'trend':
          return trend(answer, pen, {
            as: question.as,
            unit: isMoney(question.metric) ? 'money' : 'count',
            grain: question.grain,
            name: metricName(question.metric, voice),
            beside: {
              previous: previousName(question, voice),
              change: changeName(question, voice),
              isNeighbour: question.versus === 'precedingBucket',
            },
          });
        case 'funnel':
          return funnel(answer, pen);
        case 'breakdown':
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
  const write = (column: string, value: Answer['rows'][number][number]) =>
    writeCell(question, column, value, voice, format);
  const unit =
    question.type === 'funnel' ||
    (question.type === 'breakdown' && question.measure === 'customers')
      ? t('unit.customers')
      : question.type === 'breakdown' || isMoney(question.metric)
        ? t('unit.money', { currency })
        : t(`unit.${question.metric}`);
  const behind = open === null ? undefined : openedIn(answer, open);
  return (
    <>
      <Chart
        title={title}
        note={unit}
        draw={draw}
        table={answer}
        how={answer}
        height={height ?? heightOf(question, answer)}
        extra={extra}
        opens={opensOf(question)}
        onMark={(row, column) => onOpen(openText(answer, row, column))}
        columnTitle={(column) => columnTitle(question, column, voice)}
        write={write}
        above={question.type === 'trend' && <Standing answer={answer} question={question} />}
      />
      {behind && (
        <BehindDrawer
          key={open}
          insight={insight}
          mark={markAt(answer, behind.row, behind.column)}
          title={markTitle(behind.row, behind.column)}
          value={
            write(behind.column, cellAt(behind.row, behind.column)) ??
            format.full(numberAt(behind.row, behind.column))
          }
          note={noteOf(behind.row, behind.column)}
          onClose={() => onOpen(null)}
        />
      )}
    </>
  );

  function cellAt(row: number, column: string) {
    const at = answer.columns.findIndex((one) => one.name === column);
    return answer.rows[row]?.[at] ?? null;
  }
  function numberAt(row: number, column: string): number | null {
    const cell = cellAt(row, column);
    return cell === null || typeof cell === 'boolean' ? null : Number(cell);
  }
  function markTitle(row: number, column: string): string {
    const what = columnTitle(question, column, voice);
    switch (question.type) {
      case 'trend': {
        const metric = metricName(question.metric, voice);
        const bucket = bucketName(question.grain, String(cellAt(row, 'bucket')), format);
        return column === 'value'
          ? t('behind.title', { where: bucket, what: metric })
          : t('behind.before', { where: bucket, before: what, what: metric });
      }
      case 'funnel': {
        const name = stepNames(question.steps, voice)[row] ?? '';
        return column === 'open'
          ? t('behind.title', { where: name, what })
          : t('behind.step', { n: row + 1, name });
      }
      case 'breakdown':
        return t('behind.title', { where: write('value', cellAt(row, 'value')) ?? '', what });
    }
  }
  /** What of a number belongs to nobody known, and so to no list of customers. */
  function noteOf(row: number, column: string): string | undefined {
    if (question.type === 'breakdown')
      return column === 'revenue' ? t('behind.buyersOnly') : undefined;
    if (question.type !== 'trend' || column !== 'value') return undefined;
    const [all, anonymous] = [numberAt(row, 'value'), numberAt(row, 'anonymous')];
    if (!all || !anonymous) return undefined;
    const words = {
      all: measured(question.metric, all, format),
      anonymous: measured(question.metric, anonymous, format),
      share: format.percent(anonymous / all),
    };
    return t(isMoney(question.metric) ? 'behind.anonymousMoney' : 'behind.anonymousOrders', words);
  }
}

/** A row takes so much that its bar and its two lines of figures can be read. */
function heightOf(question: Question, answer: Answer): number {
  switch (question.type) {
    case 'trend':
      return 340;
    case 'funnel':
      return Math.max(160, answer.rows.length * 76);
    case 'breakdown':
      return Math.max(120, Math.min(20, answer.rows.length) * 34 + 8);
  }
}

/** An opened number in an address: `value@2026-05-01`. */
function openText(answer: Answer, row: number, column: string): string {
  return `${column}@${String(answer.rows[row]?.[0] ?? '')}`;
}

function openedIn(answer: Answer, open: string): { row: number; column: string } | undefined {
  const at = open.indexOf('@');
  const [column, cell] = [open.slice(0, at), open.slice(at + 1)];
  const row = answer.rows.findIndex((cells) => String(cells[0] ?? '') === cell);
  return row >= 0 && answer.columns.some((one) => one.name === column)
    ? { row, column }
    : undefined;
}
