import { Button, Drawer } from 'antd';
import { useState } from 'react';
import { useFormat, useTranslation } from '#shell';
import type { Caution, Day } from '#api';
import css from './chart.module.css';

/** What can be said about how a figure came to be. */
export interface How {
  sql: string;
  asOf?: Day | null;
  milliseconds?: number;
  reads?: string[];
  cautions?: Caution[];
}

/** "How is this computed": the SQL, the day it reaches to, the tables it read. */
export function HowDrawer({
  how,
  open,
  onClose,
}: {
  how: How;
  open: boolean;
  onClose: () => void;
}) {
  const { t } = useTranslation('charts');
  const format = useFormat();
  const [copied, setCopied] = useState(false);
  return (
    <Drawer title={t('how.title')} open={open} onClose={onClose} size={640}>
      <dl className={css.how}>
        {how.asOf && (
          <>
            <dt>{t('how.asOf')}</dt>
            <dd>{format.day(how.asOf)}</dd>
          </>
        )}
        {how.reads && how.reads.length > 0 && (
          <>
            <dt>{t('how.reads')}</dt>
            <dd>
              {how.reads.map((table) => (
                <code key={table} style={{ marginInlineEnd: 12 }}>
                  {table}
                </code>
              ))}
            </dd>
          </>
        )}
        {how.milliseconds !== undefined && (
          <>
            <dt>{t('how.took')}</dt>
            <dd>{format.duration(how.milliseconds)}</dd>
          </>
        )}
        {how.cautions && how.cautions.length > 0 && (
          <>
            <dt>{t('how.cautions')}</dt>
            {how.cautions.map((caution) => (
              <dd key={caution.code}>{caution.message}</dd>
            ))}
          </>
        )}
        <dt>{t('how.sql')}</dt>
        <dd>{t('how.sqlText')}</dd>
      </dl>
      <pre className={css.sql}>{how.sql}</pre>
      <Button
        size="small"
        style={{ marginTop: 12 }}
        onClick={() => {
          void navigator.clipboard.writeText(how.sql).then(() => setCopied(true));
        }}
      >
        {t(copied ? 'how.copied' : 'how.copy')}
      </Button>
    </Drawer>
  );
}
