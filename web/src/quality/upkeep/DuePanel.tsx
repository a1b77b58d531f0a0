import { Link } from 'react-router';
import { Panel, useFormat, useLabel, useTranslation } from '#shell';
import css from '../falls/falls.module.css';
import { useUpkeep } from './api';
import { CareActs } from './Care';

/** What is to be looked at again, whoever's it is, the longest overdue first. */
export function DuePanel() {
  const { t } = useTranslation('quality');
  const label = useLabel();
  const format = useFormat();
  const due = (useUpkeep().data ?? [])
    .filter((one) => one.due)
    .sort((a, b) => (a.reviewOn ?? '').localeCompare(b.reviewOn ?? ''));
  if (due.length === 0) return null;
  return (
    <Panel title={t('upkeep.dueTitle')} text={t('upkeep.dueText')}>
      <ul className={css.mine}>
        {due.map((one) => {
          const name = label(one.label);
          return (
            <li key={`${one.of} ${one.key}`}>
              <Link to={one.of === 'source' ? `/sources/${one.key}` : '/quality/rules'}>
                {t(`attention.review.${one.of}`, { name })}
              </Link>
              <small>
                {t('upkeep.dueSince', {
                  day: format.day(one.reviewOn),
                  owner: one.ownerName ? label(one.ownerName) : t('upkeep.nobody'),
                })}
              </small>
              <CareActs
                of={one.of === 'rule' ? 'rule' : 'source'}
                id={one.key}
                name={name}
                care={one}
              />
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}
