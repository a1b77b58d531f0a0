import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { HomeView } from '#api';
import { Panel, useRight, useRightOverAll } from '#shell';
import css from './home.module.css';

/** Where each step of the loop is done, and where what came of it is looked at. */
const PLACES: Record<string, { open: string; done: string }> = {
  import: { open: '/sources/import', done: '/sources' },
  quality: { open: '/quality', done: '/quality' },
  identity: { open: '/identity', done: '/identity' },
  segment: { open: '/segments/new', done: '/segments' },
  campaign: { open: '/campaigns/new', done: '/campaigns' },
  effect: { open: '/campaigns', done: '/campaigns' },
};

/** From data to a measured effect, once around: until then it stands on Home. */
export function Checklist({ steps }: { steps: HomeView['checklist'] }) {
  const { t } = useTranslation('home');
  const mayDo: Record<string, boolean> = {
    import: useRightOverAll('DEFINE'),
    segment: useRight('DEFINE'),
    campaign: useRight('SEND'),
  };
  const known = steps.filter((one) => one.step in PLACES);
  if (isWalked(steps)) return null;
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
                {place && (one.done || (mayDo[one.step] ?? true)) ? (
                  <Link to={one.done ? place.done : place.open}>{name}</Link>
                ) : (
                  <span>{name}</span>
                )}
                {one === next && <p>{t(`step.${one.step}Text`)}</p>}
              </div>
            </li>
          );
        })}
      </ol>
    </Panel>
  );
}

/** Whether the loop has been closed once: then the list has done its work. */
export const isWalked = (steps: HomeView['checklist']): boolean =>
  steps.every((one) => one.done || !(one.step in PLACES));
