import { Input, Tag } from 'antd';
import { useState } from 'react';
import type { RepairOutcome, RepairTrial } from '#api';
import { DataTable, useFormat, useTranslation } from '#shell';

const SHOWN = 8;

/** The values, those of most rows first: what each would be read as, and whether it can be read. */
export function Outcomes({
  trial,
  each,
  onEach,
}: {
  trial: RepairTrial;
  /** What was typed for single values, where they are typed one by one. */
  each: Record<string, string> | undefined;
  onEach: (was: string, becomes: string) => void;
}) {
  const { t } = useTranslation('quality');
  const format = useFormat();
  const [offset, setOffset] = useState(0);
  if (trial.outcomes.length === 0) return null;
  return (
    <DataTable<RepairOutcome>
      bare
      label={t('repair.values')}
      rows={trial.outcomes.slice(offset, offset + SHOWN)}
      rowKey={(one) => one.was}
      page={{ offset, limit: SHOWN, total: trial.outcomes.length, onChange: setOffset }}
      columns={[
        { key: 'was', title: t('value'), card: 'title', ellipsis: true, render: (one) => one.was },
        {
          key: 'becomes',
          title: t('correct.becomes'),
          ellipsis: true,
          render: (one) =>
            each ? (
              <Input
                size="small"
                value={each[one.was] ?? one.was}
                aria-label={t('repair.becomesOf', { value: one.was })}
                maxLength={2000}
                onChange={(event) => onEach(one.was, event.target.value)}
              />
            ) : one.becomes === one.was ? (
              '—'
            ) : (
              one.becomes || t('empty')
            ),
        },
        {
          key: 'refused',
          title: t('lines'),
          number: true,
          width: 80,
          render: (one) => (
            <span
              title={
                one.rows > one.refused
                  ? t('repair.alsoRead', { n: format.full(one.rows - one.refused) })
                  : undefined
              }
            >
              {format.full(one.refused)}
            </span>
          ),
        },
        {
          key: 'stays',
          title: t('repair.outcome'),
          width: 150,
          render: (one) =>
            one.becomes === one.was ? (
              t('repair.untouched')
            ) : one.stays ? (
              <span title={one.stays}>
                <Tag color="red">{t('repair.stays')}</Tag>
              </span>
            ) : (
              <Tag color="green">{t('repair.read')}</Tag>
            ),
        },
      ]}
    />
  );
}
