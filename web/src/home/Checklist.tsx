import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { HomeView } from '#api';
import { Panel } from '#shell';
import css from './home.module.css';

/** Where each step of the loop is done. Steps without a page yet are not shown. */
const PLACES: Record<string, string> = {
  import: '/sources/import',
  quality: '/quality',
  identity: '/identity',
};

/** From data to a measured effect, once around: until then it stands on Home. */
export function Checklist({ steps }: { steps: HomeView['checklist'] }) {
  const { t, i18n } = useTranslation('home');
  const known = steps.filter((one) => i18n.exists(`home:step.${one.step}`));
  if (known.length === 0 || known.every((one) => one.done)) return null;
  const next = known.find((one) => !one.done);
  return (
    <Panel title={t('checklist')} text={t('checklistText')}>
      <ol className={css.steps}>
        {known.map((one) => {
          const name = t(`step.${one.step}`);
          const place = PLACES[one.step];
          return (
            <li
              key={one.step}
              data-done={one.done || undefined}
              data-next={one === next || undefined}
            >
              <span className={css.tick} role="img" aria-label={t(one.done ? 'done' : 'open')}>
                {one.done ? '✓' : ''}
              </span>
              <div>
                {place && !one.done ? <Link to={place}>{name}</Link> : <span>{name}</span>}
                {one === next && <p>{t(`step.${one.step}Text`)}</p>}
              </div>
            </li>
          );
        })}
      </ol>
    </Panel>
  );
}
