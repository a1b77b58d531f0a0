import type { MatchQuality } from '#api';
import { useFormat, useTranslation } from '#shell';
import css from './quality.module.css';

/** What judgements taught the model, measured on those that it did not learn from. */
export function Learnt({ quality }: { quality: MatchQuality }) {
  const { t } = useTranslation('identity');
  const format = useFormat();
  const { lesson, needed, progress } = quality;
  const told = progress.same + progress.different;
  if (!lesson?.enough) {
    return (
      <p className={css.sentence}>
        {told < needed
          ? t('quality.tooFew', { n: format.full(told), needed: format.full(needed) })
          : t('quality.soon', { n: format.full(told) })}
      </p>
    );
  }
  return (
    <>
      <p className={css.sentence}>
        {t('quality.lesson', {
          used: format.full(lesson.used),
          held: format.full(lesson.heldBack),
          alone: format.full(lesson.wrongAlone),
          taught: format.full(lesson.wrongTaught),
        })}
      </p>
      <p className={css.quiet}>{t(lesson.adopted ? 'quality.adopted' : 'quality.notAdopted')}</p>
      <p className={css.quiet}>
        {t('quality.loss', {
          alone: lesson.lossAlone.toFixed(2),
          taught: lesson.lossTaught.toFixed(2),
          at: format.moment(lesson.learntAt),
        })}
      </p>
    </>
  );
}
