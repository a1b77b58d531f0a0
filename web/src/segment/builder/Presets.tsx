import { Link } from 'react-router';
import type { Condition } from '#api';
import { builderAddress, Sentence, useLexicon } from '#condition';
import { useTranslation } from '#shell';
import css from '../segment.module.css';
import { presets } from './presets';

/** Good beginnings: each fills the canvas and can be changed there. */
export function Presets({ onChoose }: { onChoose?: (condition: Condition) => void }) {
  const { t } = useTranslation('segment');
  const { vocabulary } = useLexicon();
  const offered = presets(vocabulary);
  if (offered.length === 0) return null;
  return (
    <section className={css.presets} aria-labelledby="presets">
      <h2 id="presets" className={css.presetsTitle}>
        {t('preset.title')}
      </h2>
      <ul>
        {offered.map(({ key, condition }) => {
          const words = (
            <>
              <strong>{t(`preset.${key}`)}</strong>
              <span className={css.presetWords}>
                <Sentence condition={condition} />
              </span>
            </>
          );
          return (
            <li key={key}>
              {onChoose ? (
                <button type="button" className={css.preset} onClick={() => onChoose(condition)}>
                  {words}
                </button>
              ) : (
                <Link className={css.preset} to={builderAddress(condition)}>
                  {words}
                </Link>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
