import { Panel, useTranslation } from '#shell';
import { DIMENSIONS } from './words';
import css from './score.module.css';

/** How a score comes about, in full. */
export function How() {
  const { t } = useTranslation('quality');
  return (
    <Panel title={t('score.how')}>
      <dl className={css.how}>
        {DIMENSIONS.map((dimension) => (
          <div key={dimension}>
            <dt>{t(`score.dimension.${dimension}`)}</dt>
            <dd>{t(`score.means.${dimension}`)}</dd>
          </div>
        ))}
        <div>
          <dt>{t('score.score')}</dt>
          <dd>{t('score.formula')}</dd>
        </div>
      </dl>
    </Panel>
  );
}
