import type { Answer } from '#api';
import { Change, Figure, useFormat, useTranslation } from '#shell';
import { toNumber } from '#style';
import { bucketName, changeName, measured, unitOf } from '../columns';
import css from '../insight.module.css';
import type { TrendQuestion } from '../question';
import { useVoice } from '../useVoice';

/** Where the measure stands: the latest bar as a figure, beside what it is compared with. */
export function Standing({ answer, question }: { answer: Answer; question: TrendQuestion }) {
  const { t } = useTranslation('insight');
  const format = useFormat();
  const voice = useVoice();
  const latest = answer.rows.at(-1);
  if (!latest) return null;
  const at = (column: string) =>
    latest[answer.columns.findIndex((one) => one.name === column)] ?? null;
  const value = at('value');
  const change = at('change');
  const runs = at('open') === true;
  const unit = unitOf(question.metric, voice);
  if (typeof value === 'boolean') return null;
  return (
    <p className={css.standing}>
      <span className={css.standingWhen}>
        {bucketName(question.grain, String(at('bucket')), format)}
        {question.grain === 'week' && ` ${t('bucket.week')}`}
        {runs && ` ${t('bucket.soFar')}`}
      </span>
      <strong>
        {['money', 'count'].includes(unit) ? (
          <Figure value={toNumber(value)} as={unit === 'money' ? 'money' : 'number'} />
        ) : (
          measured(question.metric, toNumber(value), voice, format)
        )}
      </strong>
      {question.versus !== 'none' && (
        <span>
          {changeName(question, voice)}{' '}
          <Change share={typeof change === 'number' ? change : null} points={unit === 'share'} />
          {runs && <span className={css.hint}> {t('bucket.sameDays')}</span>}
        </span>
      )}
    </p>
  );
}
