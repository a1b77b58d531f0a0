import { Select } from 'antd';
import { useCallback } from 'react';
import { useSearchParams } from 'react-router';
import type { TagValueDay, TagView } from '#api';
import { Chart, history, type Drawing } from '#charts';
import { Await, Panel, useLabel, useTranslation } from '#shell';
import { useValueHistory } from '../api';

/** One group day by day; which one stands in the address. */
export function GroupHistory({ tag }: { tag: TagView }) {
  const query = useValueHistory(tag.id);
  return (
    <Panel>
      <Await query={query}>{(days) => <Days tag={tag} days={days} />}</Await>
    </Panel>
  );
}

function Days({ tag, days }: { tag: TagView; days: TagValueDay[] }) {
  const { t } = useTranslation('tag');
  const label = useLabel();
  const [search, setSearch] = useSearchParams();
  const asked = search.get('group');
  const value = tag.values.find((one) => one.value === asked) ?? tag.values[0];
  const name = label(value?.label);
  const draw = useCallback<Drawing>(
    (pen) =>
      history(
        days
          .filter((one) => one.value === value?.value)
          .map(({ day, holders, entered, left }) => ({ day, size: holders, entered, left })),
        pen,
        name,
      ),
    [days, value, name],
  );
  if (!value) return null;
  return (
    <Chart
      title={t('rfm.history')}
      height={220}
      draw={draw}
      extra={
        <Select<string>
          size="small"
          value={String(value.value)}
          aria-label={t('rfm.column.group')}
          popupMatchSelectWidth={false}
          onChange={(next) =>
            setSearch(
              (now) => {
                now.set('group', next);
                return now;
              },
              { replace: true },
            )
          }
          options={tag.values.map((one) => ({
            value: String(one.value),
            label: label(one.label),
          }))}
        />
      }
      table={{
        columns: ['day', 'holders', 'entered', 'left'].map((column) => ({
          name: column,
          type: column === 'day' ? 'DAY' : 'WHOLE',
        })),
        rows: days
          .filter((one) => one.value === value.value)
          .map((one) => [one.day, one.holders, one.entered, one.left]),
      }}
      columnTitle={(column) => t(`column.${column}`)}
    />
  );
}
