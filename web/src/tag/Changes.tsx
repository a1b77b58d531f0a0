import type { ReactNode } from 'react';
import type { TagView } from '#api';
import { Await, Panel, useFormat, useTranslation } from '#shell';
import { useTagHistory } from './api';
import { Latest } from './Latest';
import css from './tag.module.css';

/**
 * How it grew, and who came and left. On the day it was first computed everybody came: that is said
 * in one sentence instead of drawn.
 */
export function Changes({ tag, children }: { tag: TagView; children: ReactNode }) {
  const { t } = useTranslation('tag');
  const format = useFormat();
  const query = useTagHistory(tag.id);
  return (
    <Await query={query}>
      {(days) => {
        const [first, more] = days;
        if (first && more)
          return (
            <>
              {children}
              <Latest tag={tag} />
            </>
          );
        return (
          <Panel title={t('history.title')}>
            <p className={css.plain}>
              {first
                ? t('history.first', {
                    day: format.day(first.day),
                    n: format.full(first.holders),
                  })
                : t('history.none')}
            </p>
          </Panel>
        );
      }}
    </Await>
  );
}
