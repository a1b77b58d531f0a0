import { Select } from 'antd';
import { useMemo } from 'react';
import { useSearchParams } from 'react-router';
import type { TagValueDay, TagView } from '#api';
import { SizeCourse } from '#charts';
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
  const sizes = useMemo(
    () =>
      days
        .filter((one) => one.value === value?.value)
        .map(({ day, holders, entered, left }) => ({ day, size: holders, entered, left })),
    [days, value],
  );
  if (!value) return null;
  return (
    <SizeCourse
      title={t('rfm.history')}
      days={sizes}
      words={{ size: t('column.holders'), entered: t('column.entered'), left: t('column.left') }}
      name={label(value.label)}
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
    />
  );
}
