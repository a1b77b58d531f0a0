import { Segmented } from 'antd';
import { useCallback, useState } from 'react';
import type { Rfm } from '#api';
import { Chart, matrix, type Drawing } from '#charts';
import { Panel, useLabel, useNarrow, useTranslation } from '#shell';
import { anchorOf } from './anchor';

/** The eight groups side by side, by people or by money; a click leads to the group below. */
export function Matrix({ rfm }: { rfm: Rfm }) {
  const { t } = useTranslation('tag');
  const label = useLabel();
  const narrow = useNarrow();
  const [by, setBy] = useState<'customers' | 'revenue'>('customers');
  const draw = useCallback<Drawing>(
    (pen) => matrix(rfm.classes, pen, (group) => label(group.label), by),
    [rfm, label, by],
  );
  return (
    <Panel>
      <Chart
        title={t('rfm.matrix')}
        note={t('rfm.matrixNote', { days: rfm.windowDays })}
        draw={draw}
        height={narrow ? 380 : 420}
        onMark={(row) => {
          const group = rfm.classes[row];
          if (group) document.getElementById(anchorOf(group.code))?.scrollIntoView();
        }}
        extra={
          <Segmented<'customers' | 'revenue'>
            size="small"
            value={by}
            aria-label={t('rfm.matrix')}
            onChange={setBy}
            options={[
              { value: 'customers', label: t('rfm.byPeople') },
              { value: 'revenue', label: t('rfm.byMoney') },
            ]}
          />
        }
        table={{
          columns: [
            { name: 'group', type: 'TEXT' },
            { name: 'customers', type: 'WHOLE' },
            { name: 'share', type: 'REAL' },
            { name: 'revenue', type: 'DECIMAL' },
            { name: 'revenueShare', type: 'REAL' },
            { name: 'averageR', type: 'REAL' },
            { name: 'averageF', type: 'REAL' },
            { name: 'averageM', type: 'REAL' },
          ],
          rows: rfm.classes.map((group) => [
            label(group.label),
            group.customers,
            group.share,
            group.revenue,
            group.revenueShare,
            group.averageR ?? null,
            group.averageF ?? null,
            group.averageM ?? null,
          ]),
        }}
        columnTitle={(column) => t(`rfm.column.${column}`)}
      />
    </Panel>
  );
}
