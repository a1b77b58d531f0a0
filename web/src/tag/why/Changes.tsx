import type { Value, Why } from '#api';
import { useWritten } from '#condition';
import { useFormat, useTranslation } from '#shell';
import { causeOf } from './cause';
import css from './why.module.css';

/** When it came and went before, newest first, and on whose word. */
export function Changes({ changes, trait }: { changes: Why['changes']; trait: string }) {
  const { t } = useTranslation('tag');
  const format = useFormat();
  const written = useWritten(trait);
  if (changes.length === 0) return null;
  const isFlag = changes.every(
    (change) => flag(change.before ?? null) && flag(change.after ?? null),
  );
  const inOrder = changes.toSorted((a, b) => (a.happenedAt < b.happenedAt ? 1 : -1));
  return (
    <section className={css.changes}>
      <h3>{t('why.history')}</h3>
      <ul>
        {inOrder.map((change) => {
          const cause = causeOf(change.cause);
          return (
            <li key={change.happenedAt + change.cause}>
              <time dateTime={change.happenedAt}>{format.moment(change.happenedAt)}</time>
              <span>
                {isFlag
                  ? t(on(change.after ?? null) ? 'why.came' : 'why.went')
                  : t('why.changed', {
                      before: written(change.before ?? null),
                      after: written(change.after ?? null),
                    })}
              </span>
              <span className={css.cause}>{t(`cause.${cause.key}`, cause.slots)}</span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

const on = (value: Value): boolean => value === true || value === 'true';
const flag = (value: Value): boolean =>
  value === null || typeof value === 'boolean' || value === 'true' || value === 'false';
