import { useEffect, type Dispatch } from 'react';
import type { Fault } from '#api';
import { useTranslation } from '#shell';
import type { Canvas, Edit } from '../edit';
import css from './builder.module.css';
import { GroupBox } from './GroupBox';

interface Props {
  canvas: Canvas;
  dispatch: Dispatch<Edit>;
  /** What the server said against single rules. */
  faults?: Map<number, Fault[]>;
  /** The rules that still have gaps. */
  gaps: readonly number[];
}

/** A condition, drawn by clicking: groups of rules under and, or, and "left out". */
export function ConditionBuilder({ canvas, dispatch, faults, gaps }: Props) {
  const { t } = useTranslation('condition');
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const inText = event.target instanceof Element && event.target.closest('input, textarea');
      if (inText || !(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'z') return;
      event.preventDefault();
      dispatch({ do: event.shiftKey ? 'redo' : 'undo' });
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [dispatch]);
  return (
    <section className={css.builder} aria-label={t('builder.label')}>
      <GroupBox
        group={canvas.draft}
        depth={0}
        place={{ first: true, last: true }}
        fresh={canvas.fresh}
        dispatch={dispatch}
        faults={faults}
        gaps={gaps}
      />
    </section>
  );
}
