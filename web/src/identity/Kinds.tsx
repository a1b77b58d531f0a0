import { Await, Loading, Panel, useFormat, useTranslation } from '#shell';
import { useRelationCounts } from './api';
import css from './identity.module.css';

/** Households, companies and shared devices: people who were kept apart and belong together. */
export function Kinds() {
  const { t } = useTranslation('identity');
  const format = useFormat();
  const query = useRelationCounts();
  return (
    <Panel title={t('kinds.title')} text={t('kinds.text')}>
      <Await query={query} loading={<Loading rows={2} />}>
        {(counts) => {
          const some = counts.filter((one) => one.pairs > 0);
          return some.length === 0 ? (
            <p className={css.quiet}>{t('kinds.none')}</p>
          ) : (
            <dl className={css.kinds}>
              {some.map((one) => (
                <div key={one.kind}>
                  <dt>{t(`kinds.${one.kind}`)}</dt>
                  <dd>{t('kinds.customers', { n: format.full(one.customers) })}</dd>
                  <dd className={css.quiet}>{t('kinds.pairs', { n: format.full(one.pairs) })}</dd>
                </div>
              ))}
            </dl>
          );
        }}
      </Await>
    </Panel>
  );
}
