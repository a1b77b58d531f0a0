import { Button } from 'antd';
import { useState } from 'react';
import type { PastCampaign } from '#api';
import { DataTable, Figure, Panel, useFormat, useRight, useTranslation } from '#shell';
import { AdoptDialog } from './AdoptDialog';
import { usePast } from './api';

/** Campaigns that another system sent, found in the imported log and not measured yet. */
export function PastPanel() {
  const { t } = useTranslation('campaign');
  const format = useFormat();
  const maySend = useRight('SEND');
  const { data } = usePast();
  const [chosen, setChosen] = useState<PastCampaign | null>(null);
  const open = data?.filter((past) => !past.adopted) ?? [];
  if (open.length === 0) return null;
  return (
    <div style={{ marginTop: 24 }}>
      <Panel flush title={t('past.title')} text={t('past.text')}>
        <DataTable<PastCampaign>
          bare
          rows={open}
          rowKey={(past) => past.name}
          label={t('past.title')}
          columns={[
            { key: 'name', title: t('column.label'), render: (past) => past.name },
            {
              key: 'people',
              title: t('column.people'),
              number: true,
              width: 120,
              render: (past) => <Figure value={past.people} />,
            },
            {
              key: 'control',
              title: t('column.control'),
              number: true,
              width: 120,
              render: (past) => <Figure value={past.control} />,
            },
            {
              key: 'from',
              title: t('column.launched'),
              width: 180,
              render: (past) => format.dayOf(past.from),
            },
            {
              key: 'measure',
              title: '',
              width: 140,
              card: 'wide',
              render: (past) =>
                maySend && (
                  <Button size="small" onClick={() => setChosen(past)}>
                    {t('past.measure')}
                  </Button>
                ),
            },
          ]}
        />
      </Panel>
      {chosen && <AdoptDialog past={chosen} onClose={() => setChosen(null)} />}
    </div>
  );
}
