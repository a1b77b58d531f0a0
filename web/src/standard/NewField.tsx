import { Button } from 'antd';
import { useState } from 'react';
import type { LookColumn } from '#api';
import { useRightOverAll, useTranslation } from '#shell';
import { FieldDialog } from './FieldDialog';
import { guess } from './guess';

/** Adds a field for a column that fits none; `entities` are those whose fields its row may carry. */
export function NewField({
  column,
  entities,
  onMade,
}: {
  column: LookColumn;
  entities: readonly string[];
  onMade: (field: string) => void;
}) {
  const { t } = useTranslation('standard');
  const mayDefine = useRightOverAll('DEFINE');
  const [open, setOpen] = useState(false);
  const first = entities[0];
  if (!mayDefine || first === undefined) return null;
  return (
    <>
      <Button
        size="small"
        type="text"
        aria-label={t('wizard.addFor', { column: column.name })}
        onClick={() => setOpen(true)}
      >
        {t('wizard.add')}
      </Button>
      {open && (
        <FieldDialog
          start={{ entity: first, label: column.name, type: guess(column) }}
          entities={entities}
          onClose={() => setOpen(false)}
          onKept={(field) => {
            setOpen(false);
            onMade(field);
          }}
        />
      )}
    </>
  );
}
