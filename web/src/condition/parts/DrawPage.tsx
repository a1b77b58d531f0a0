import { Button } from 'antd';
import type { ReactNode } from 'react';
import type { Fault } from '#api';
import { BuilderPage, Complaint, useFormat, useNarrow, useTranslation } from '#shell';
import { useSpeech } from '../api';
import type { Drawn } from '../useDrawn';
import { draftWords } from '../words';
import { ConditionBuilder } from './ConditionBuilder';
import { CountPanel } from './CountPanel';
import css from './draw.module.css';
import { Tokens } from './Sentence';

interface Props {
  title: string;
  up: { to: string; label: string };
  drawn: Drawn;
  faults: Map<number, Fault[]>;
  /** What is asked beside the condition: a name, a category. */
  head?: ReactNode;
  /** What is asked after the condition: how many of those who fit. */
  foot?: ReactNode;
  /** Good beginnings, shown while nothing is drawn. */
  beginnings?: ReactNode;
  /** A few of those who meet the condition. */
  sample: ReactNode;
  /** Nothing for those who may not save. */
  save?: {
    label: string;
    pending: boolean;
    /** Unless it is said beside what it is about. */
    error: unknown;
    onSave: () => void;
    /** Another way of keeping it, such as a draft. */
    other?: { label: string; onSave: () => void };
  };
}

/** The canvas at the left, at the right who that is, counted while one clicks. */
export function DrawPage({
  title,
  up,
  drawn,
  faults,
  head,
  foot,
  beginnings,
  sample,
  save,
}: Props) {
  const { t } = useTranslation('condition');
  const format = useFormat();
  const speech = useSpeech();
  const narrow = useNarrow();
  const { canvas, dispatch, gaps, count } = drawn;
  const unfinished = gaps.length > 0 && (
    <span className={css.gaps}>{t('draw.gaps', { n: format.full(gaps.length) })}</span>
  );
  const button = save && (
    <Button
      type="primary"
      block={!narrow}
      disabled={gaps.length > 0}
      loading={save.pending}
      onClick={save.onSave}
    >
      {save.label}
    </Button>
  );
  const other = save?.other && (
    <Button block={!narrow} disabled={gaps.length > 0 || save.pending} onClick={save.other.onSave}>
      {save.other.label}
    </Button>
  );
  return (
    <BuilderPage
      title={title}
      up={up}
      actions={
        <>
          <Button disabled={canvas.past.length === 0} onClick={() => dispatch({ do: 'undo' })}>
            {t('draw.undo')}
          </Button>
          <Button disabled={canvas.future.length === 0} onClick={() => dispatch({ do: 'redo' })}>
            {t('draw.redo')}
          </Button>
        </>
      }
      preview={
        <>
          <CountPanel query={count} condition={drawn.asked} />
          {!narrow && (
            <div className={css.save}>
              {button}
              {other}
              {unfinished}
              <Complaint error={save?.error} />
            </div>
          )}
          {sample}
        </>
      }
    >
      {head}
      <ConditionBuilder canvas={canvas} dispatch={dispatch} faults={faults} gaps={gaps} />
      <p className={css.sentence} aria-live="polite">
        <span className={css.sentenceLabel}>{t('draw.inWords')}</span>
        <Tokens tokens={draftWords(canvas.draft, speech)} />
      </p>
      {foot}
      {canvas.draft.of.length === 0 && beginnings}
      {narrow && (
        <div className={css.bar}>
          <span className={css.barCount} aria-live="polite">
            {count.data
              ? t('draw.barCount', {
                  n: format.full(count.data.count),
                  share: format.percent(
                    count.data.of > 0 ? count.data.count / count.data.of : null,
                  ),
                })
              : '…'}
            {unfinished}
          </span>
          {other}
          {button}
        </div>
      )}
      {narrow && <Complaint error={save?.error} />}
    </BuilderPage>
  );
}
