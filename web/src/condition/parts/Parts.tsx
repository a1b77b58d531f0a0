import type { Condition } from '#api';
import { Await, useFormat, useLabel, useTranslation } from '#shell';
import { useParts } from '../api';
import css from './parts.module.css';

/** How many customers meet each part of a condition by itself: which of them lets nobody through. */
export function Parts({ condition }: { condition: Condition }) {
  const { t } = useTranslation('condition');
  const label = useLabel();
  const format = useFormat();
  const query = useParts(condition);
  return (
    <Await query={query}>
      {(parts) => (
        <ul className={css.parts}>
          {parts.map((part, i) => (
            <li key={i} data-none={part.customers === 0}>
              <span>
                {label(part.text)}
                {part.customers === 0 && typeof part.extreme === 'number' && (
                  <small>{t('parts.nearest', { n: format.full(part.extreme) })}</small>
                )}
              </span>
              <span>{t('parts.people', { n: format.full(part.customers) })}</span>
            </li>
          ))}
        </ul>
      )}
    </Await>
  );
}
