import { Button } from 'antd';
import { useState } from 'react';
import type { Campaign } from '#api';
import { useTranslation } from '#shell';
import { useCost } from '../api';
import { CostDialog } from './CostDialog';

/** The way to add or correct the cost of what is sent, for those who may. */
export function CostEdit({ campaign, small = false }: { campaign: Campaign; small?: boolean }) {
  const { t } = useTranslation('campaign');
  const { data: cost } = useCost(campaign.id);
  const [open, setOpen] = useState(false);
  if (!cost?.correctable) return null;
  const unsaid =
    cost.stated.length === 0 && cost.now.perMessage === undefined && cost.now.other === 0;
  return (
    <>
      <Button
        type={small ? 'link' : 'default'}
        size="small"
        style={small ? { padding: 0, height: 'auto' } : undefined}
        onClick={() => setOpen(true)}
      >
        {t(unsaid ? 'cost.add' : 'cost.correct')}
      </Button>
      {open && <CostDialog campaign={campaign} cost={cost} onClose={() => setOpen(false)} />}
    </>
  );
}
