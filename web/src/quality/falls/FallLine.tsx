import type { Fall } from '#api';
import { useFormat, useTranslation } from '#shell';
import { useFieldNames } from '#source';
import { exactly } from '../score/words';
import css from './falls.module.css';

/** 手机号 · 完整性 98.3 → 83.3. */
export function FallLine({ fall }: { fall: Fall }) {
  const { t } = useTranslation('quality');
  const format = useFormat();
  const fieldName = useFieldNames();
  return (
    <li className={css.fall}>
      <b>
        {t('falls.what', {
          field: fall.field ? fieldName(fall.field) : t('falls.whole'),
          dimension: t(`score.dimension.${fall.dimension}`),
        })}
      </b>
      <span className={css.points}>
        {t('score.moved', { before: exactly(fall.before), now: exactly(fall.now) })}
      </span>
      <small>
        {t('falls.of', { n: format.full(fall.of), when: format.moment(fall.measuredAt) })}
      </small>
    </li>
  );
}
