import { Button, Tag } from 'antd';
import { useState } from 'react';
import type { Upkeep } from '#api';
import { useFormat, useLabel, useTranslation } from '#shell';
import { useMayRule } from '../api';
import type { Of } from './api';
import { AssignDialog } from './AssignDialog';
import { ReviewDialog } from './ReviewDialog';
import css from './upkeep.module.css';

/** When it is to be looked at again; where the day has come, the button to say what was found. */
export function ReviewDay({ care }: { care: Upkeep | undefined }) {
  const { t } = useTranslation('quality');
  const format = useFormat();
  if (!care?.reviewOn) return '—';
  return (
    <span className={css.day}>
      {format.day(care.reviewOn)}
      {care.due && <Tag color="gold">{t('upkeep.due')}</Tag>}
    </span>
  );
}

/** Who looks after it and when, changed and looked at from here. */
export function CareActs({
  of,
  id,
  name,
  care,
}: {
  of: Of;
  id: string;
  name: string;
  care: Upkeep | undefined;
}) {
  const { t } = useTranslation('quality');
  const mayAssign = useMayRule();
  const [dialog, setDialog] = useState<'assign' | 'review' | null>(null);
  const close = () => setDialog(null);
  return (
    <span className={css.acts}>
      {care?.due && (mayAssign || care.mine) && (
        <Button size="small" type="primary" ghost onClick={() => setDialog('review')}>
          {t('upkeep.review')}
        </Button>
      )}
      {mayAssign && (
        <Button
          size="small"
          type="text"
          aria-label={t('upkeep.assignOf', { name })}
          onClick={() => setDialog('assign')}
        >
          {t('upkeep.assign')}
        </Button>
      )}
      {dialog === 'assign' && (
        <AssignDialog of={of} id={id} name={name} care={care} onClose={close} />
      )}
      {dialog === 'review' && (
        <ReviewDialog of={of} id={id} name={name} care={care} onClose={close} />
      )}
    </span>
  );
}

/** What the last look has found. */
export function LastReview({ care }: { care: Upkeep | undefined }) {
  const { t } = useTranslation('quality');
  const label = useLabel();
  const format = useFormat();
  if (!care?.last) return null;
  const { by, on, note } = care.last;
  return t(note ? 'upkeep.lastNote' : 'upkeep.last', {
    by: label(by),
    day: format.day(on),
    note,
  });
}
