import type { ReactNode } from 'react';
import type { Answer, Insight } from '#api';
import { binName, Chart, markAt, offMap } from '#charts';
import { Await, Empty, Loading, useCurrency, useFormat, useNarrow, useTranslation } from '#shell';
import { useAnswer } from './api';
import { BehindDrawer } from './behind/BehindDrawer';
import {
  bound,
  bucketName,
  columnTitle,
  isWhole,
  likenessName,
  measured,
  opensOf,
  partName,
  unitOf,
  writeCell,
} from './columns';
import css from './insight.module.css';
import { PROVINCE, type Question } from './question';
import { useSpanName } from './parts/SpanInput';
import { Figures } from './distribution/Figures';
import { Kpi } from './kpi/Kpi';
import { Conversion } from './funnel/Conversion';
import { Unknown } from './profile/Unknown';
import { Standing } from './trend/Standing';
import { heightOf, leastOf } from './height';
import { openedIn, openText } from './opened';
import { useDraw } from './useDraw';
import { useVoice } from './useVoice';
import { metricName, stepNames } from './words';

interface Props {
  question: Question;
  insight: Insight;
  title: string;
  height?: number;
  /** Takes the height of the place it stands in, and scrolls within. */
  fill?: boolean;
  extra?: ReactNode;
  /** Which number is opened: its column and row, as {@link openText} writes it. */
  open: string | null;
  onOpen: (open: string | null) => void;
}

/** The answer to a question as a chart, every number of which opens into its customers. */
export function InsightChart(props: Props) {
  const { t } = useTranslation('insight');
  const { waits, metrics } = useVoice();
  const { question } = props;
  const idle =
    'metric' in question && metrics.some((one) => one.id === question.metric && !one.applies);
  const query = useAnswer(waits || idle ? null : props.insight);
  const loading = <Loading rows={props.insight.type === 'kpi' ? 2 : 8} />;
  if (waits) return loading;
  if (idle) return <Empty title={t('metrics.idle')} text={t('metrics.idleText')} />;
  return (
    <Await query={query} loading={loading}>
      {(answer) => (
        <div
          className={css.answer}
          data-fill={props.fill}
          data-stale={query.isPlaceholderData}
          aria-busy={query.isFetching}
        >
          <Drawn {...props} answer={answer} />
        </div>
      )}
    </Await>
  );
}

/** Of the money of nobody known nothing need be said where people are counted. */
const toldBeside = (question: Question, answer: Answer): Answer =>
  question.type === 'breakdown' && question.measure === 'customers'
    ? {
        ...answer,
        cautions: answer.cautions.filter((one) => one.code !== 'insight.anonymous-left-out'),
      }
    : answer;

function Drawn({
  question,
  insight,
  answer,
  title,
  height,
  fill,
  extra,
  open,
  onOpen,
}: Props & { answer: Answer }) {
  const { t } = useTranslation('insight');
  const format = useFormat();
  const currency = useCurrency();
  const voice = useVoice();
  const spanName = useSpanName();
  const narrow = useNarrow();
  const draw = useDraw(question, answer, voice);
  const write = (column: string, value: Answer['rows'][number][number]) =>
    writeCell(question, column, value, voice, format);
  const behind = open === null ? undefined : openedIn(answer, open);
  return (
    <>
      {question.type === 'kpi' ? (
        <Kpi
          answer={answer}
          question={question}
          title={title}
          note={noteBeside()}
          compact={fill}
          extra={extra}
          onOpen={(column) => onOpen(openText(answer, 0, column))}
        />
      ) : (
        <Chart
          title={title}
          note={noteBeside()}
          draw={draw}
          table={answer}
          how={toldBeside(question, answer)}
          height={height ?? heightOf(question, answer, narrow)}
          fill={fill ? leastOf(question, answer) : undefined}
          extra={extra}
          opens={opensOf(question)}
          onMark={(row, column) => onOpen(openText(answer, row, column))}
          columnTitle={(column) => columnTitle(question, column, voice)}
          write={write}
          above={above()}
        />
      )}
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

  function above(): ReactNode {
    switch (question.type) {
      case 'trend':
        return !question.split && <Standing answer={answer} question={question} />;
      case 'distribution':
        return <Figures answer={answer} question={question} />;
      case 'groupProfile':
        return <Unknown answer={answer} question={question} />;
      case 'funnel':
        return !question.split && !fill && <Conversion answer={answer} />;
      case 'kpi':
      case 'breakdown':
        return null;
    }
  }
  /** The unit, and what the drawing leaves out. */
  function noteBeside(): string {
    switch (question.type) {
      case 'kpi':
        // ¥ and % stand beside the number, and "pp" beside its change.
        return unitOf(question.metric, voice) === 'average' ? t('unit.average') : '';
      case 'trend': {
        const unit = unitOf(question.metric, voice);
        // What is counted stands in the name of the metric: orders, buyers, pieces.
        if (unit === 'count') return '';
        return unit === 'money' ? t('unit.money', { currency }) : t(`unit.${unit}`);
      }
      case 'funnel':
        return t('unit.customers');
      case 'distribution':
        return t(`spread.unit.${question.of}`);
      case 'groupProfile':
        return t('profileNote', {
          customers: format.full(numberOf(answer.figures.customers)),
          population: format.full(numberOf(answer.figures.population)),
        });
      case 'breakdown': {
        const unit =
          question.measure === 'customers'
            ? t('unit.customers')
            : [t('unit.money', { currency }), question.span && spanName(question.span)]
                .filter(Boolean)
                .join(' · ');
        if (question.as !== 'map' || question.by !== PROVINCE) return unit;
        const off = offMap(answer, question.measure);
        const say = (value: number) =>
          question.measure === 'revenue' ? format.money(value) : format.full(value);
        return [
          unit,
          t('mapSource'),
          off.unknown + off.elsewhere > 0 &&
            t('offMap', { unknown: say(off.unknown), elsewhere: say(off.elsewhere) }),
        ]
          .filter(Boolean)
          .join(' · ');
      }
    }
  }
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
        const where = question.split
          ? t('behind.title', {
              where: bucket,
              what:
                cellAt(row, 'rest') === true
                  ? t('allOthers')
                  : partName(question.split, cellAt(row, 'part'), voice),
            })
          : bucket;
        return column === 'value'
          ? t('behind.title', { where, what: metric })
          : t('behind.before', { where, before: what, what: metric });
      }
      case 'kpi':
        return column === 'value'
          ? metricName(question.metric, voice)
          : t('behind.title', { where: metricName(question.metric, voice), what });
      case 'distribution': {
        const bin = binName(
          numberAt(row, 'since') ?? 0,
          numberAt(row, 'until'),
          { bound: (value) => bound(question.of, value, format), whole: isWhole(question.of) },
          { say: (_, words) => t('andMore', words ?? {}) },
        );
        return t('behind.title', { where: t(`spread.${question.of}`), what: bin });
      }
      case 'groupProfile':
        return t('behind.title', {
          where: likenessName(
            question.by[numberAt(row, 'field') ?? 0] ?? '',
            cellAt(row, 'value'),
            voice,
          ),
          what,
        });
      case 'funnel': {
        const step = (numberAt(row, 'step') ?? 1) - 1;
        const plain = stepNames(question.steps, voice)[step] ?? '';
        const name = question.split
          ? t('behind.title', {
              where: plain,
              what:
                cellAt(row, 'rest') === true
                  ? t('allOthers')
                  : partName(question.split, cellAt(row, 'part'), voice),
            })
          : plain;
        return column === 'open'
          ? t('behind.title', { where: name, what })
          : t('behind.step', { n: step + 1, name });
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
      all: measured(question.metric, all, voice, format),
      anonymous: measured(question.metric, anonymous, voice, format),
      share: format.percent(anonymous / all),
    };
    return t(
      unitOf(question.metric, voice) === 'money'
        ? 'behind.anonymousMoney'
        : 'behind.anonymousOrders',
      words,
    );
  }
}

const numberOf = (cell: Answer['figures'][string] | undefined): number =>
  typeof cell === 'number' ? cell : Number(cell ?? 0);
