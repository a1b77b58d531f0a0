import { Button, Tooltip } from 'antd';
import { useState, type ReactNode } from 'react';
import type { Answer, Cell } from '#api';
import { HowDrawer } from '#charts';
import { Change, Empty, icons, useFormat, useTranslation } from '#shell';
import { toNumber } from '#style';
import { measured, unitOf } from '../columns';
import css from '../insight.module.css';
import { useSpanName } from '../parts/SpanInput';
import type { KpiQuestion } from '../question';
import { isYear, periodOf } from '../span';
import { useVoice } from '../useVoice';

interface Props {
  answer: Answer;
  question: KpiQuestion;
  title: string;
  note: string;
  /** Small enough for a tile among others. */
  compact?: boolean;
  extra?: ReactNode;
  onOpen: (column: string) => void;
}

/** The words, the number then, and the change since. */
const COMPARED = [
  ['change.period', 'previous', 'change'],
  ['change.year', 'yearAgo', 'yearChange'],
] as const;

/** One number, beside that of the period before and that of a year before; each opens. */
export function Kpi({ answer, question, title, note, compact, extra, onOpen }: Props) {
  const { t } = useTranslation('insight');
  const format = useFormat();
  const voice = useVoice();
  const spanName = useSpanName();
  const [explained, setExplained] = useState(false);
  const row = answer.rows[0];
  const at = (column: string): Cell =>
    row?.[answer.columns.findIndex((one) => one.name === column)] ?? null;
  const say = (column: string) => {
    const value = at(column);
    return typeof value === 'boolean'
      ? '—'
      : measured(question.metric, toNumber(value), voice, format);
  };
  const changeAt = (column: string): number | null => {
    const value = at(column);
    return typeof value === 'boolean' ? null : toNumber(value);
  };
  const yearOnly = isYear(periodOf(question.span, answer.asOf));
  const unit = unitOf(question.metric, voice);
  return (
    <figure className={css.kpi} data-compact={compact}>
      <figcaption>
        <div>
          <h3 title={title}>{title}</h3>
          <span className={css.hint}>
            {[
              compact && spanName(question.span),
              note,
              !compact && t('upTo', { day: format.day(answer.asOf) }),
              at('open') === true && t('bucket.runs'),
            ]
              .filter(Boolean)
              .join(' · ')}
          </span>
        </div>
        <div>
          {extra}
          <Tooltip title={t('how')}>
            <Button
              type="text"
              size="small"
              aria-label={t('how')}
              onClick={() => setExplained(true)}
            >
              <icons.question size={16} />
            </Button>
          </Tooltip>
        </div>
      </figcaption>
      {row ? (
        <>
          <button type="button" className={css.kpiValue} onClick={() => onOpen('value')}>
            {say('value')}
          </button>
          <dl>
            {COMPARED.filter(([name]) => !yearOnly || name === 'change.year').map(
              ([name, base, change]) => (
                <div key={name}>
                  <dt>{t(name)}</dt>
                  <dd>
                    <strong>
                      <Change share={changeAt(change)} points={unit === 'share'} />
                    </strong>{' '}
                    <button type="button" className={css.kpiBase} onClick={() => onOpen(base)}>
                      {t('kpi.then', { value: say(base) })}
                    </button>
                  </dd>
                </div>
              ),
            )}
          </dl>
        </>
      ) : (
        <Empty title={t('kpi.none')} text={t('kpi.noneText')} />
      )}
      {answer.cautions.length > 0 && (
        <ul
          className={css.kpiCautions}
          title={answer.cautions.map((caution) => caution.message).join('\n')}
        >
          {answer.cautions.map((caution) => (
            <li key={caution.code}>{caution.message}</li>
          ))}
        </ul>
      )}
      <HowDrawer how={answer} open={explained} onClose={() => setExplained(false)} />
    </figure>
  );
}
