import { useMemo } from 'react';
import type { TagDay, TagView } from '#api';
import { SizeHistory } from '#charts';
import { Await, Panel, useTranslation } from '#shell';
import { useTagHistory } from './api';

/** The holders day by day, with how many came and went. */
export function Growth({ tag }: { tag: TagView }) {
  const query = useTagHistory(tag.id);
  return (
    <Panel>
      <Await query={query}>{(days) => <Days days={days} />}</Await>
    </Panel>
  );
}

function Days({ days }: { days: TagDay[] }) {
  const { t } = useTranslation('tag');
  const sizes = useMemo(
    () => days.map(({ holders, ...day }) => ({ ...day, size: holders })),
    [days],
  );
  return (
    <SizeHistory
      days={sizes}
      words={{
        title: t('history.title'),
        size: t('column.holders'),
        entered: t('column.entered'),
        left: t('column.left'),
        latest: (at) => t('history.latest', at),
      }}
    />
  );
}
