import { Alert } from 'antd';
import type { Campaign, Fault, Receipts } from '#api';
import { DropZone } from '#source';
import { Complaint, DataTable, Panel, useFormat, useRight, useTranslation } from '#shell';
import { useReceipts } from '../api';
import css from '../campaign.module.css';
import { LIST } from '../wizard/draft';

/** What the sender says became of the messages, and what of it could be used. */
export function ReceiptsPanel({ campaign }: { campaign: Campaign }) {
  const { t } = useTranslation('campaign');
  const maySend = useRight('SEND');
  const receipts = useReceipts(campaign.id);
  const byList = campaign.channel === LIST;
  return (
    <Panel
      title={t(byList ? 'receipts.title' : 'receipts.own')}
      text={t(byList ? 'receipts.text' : 'receipts.ownText')}
    >
      {maySend ? (
        <DropZone
          title={t('receipts.drop')}
          text={t('receipts.formats')}
          accept=".csv,.txt,.xlsx"
          busy={receipts.isPending}
          onFiles={([file]) => file && receipts.mutate(file)}
        />
      ) : (
        <p className={css.quiet}>{t('receipts.forbidden')}</p>
      )}
      {maySend && (
        <p className={css.under}>
          {t(campaign.masked ? 'receipts.columnsMasked' : 'receipts.columns')}
        </p>
      )}
      <div className={css.result} aria-live="polite">
        <Complaint error={receipts.error} />
        {receipts.data && <Result file={receipts.variables.name} read={receipts.data} />}
      </div>
    </Panel>
  );
}

function Result({ file, read }: { file: string; read: Receipts }) {
  const { t } = useTranslation('campaign');
  const format = useFormat();
  const parts = (['matched', 'known', 'stopped', 'unknown', 'bad'] as const).filter(
    (part) => read[part] > 0,
  );
  const line = (fault: Fault) => /^line (\d+)$/.exec(fault.place)?.[1];
  return (
    <>
      <Alert
        type={read.unknown + read.bad > 0 ? 'warning' : 'success'}
        showIcon
        title={t('receipts.read', { file, n: format.full(read.read) })}
        description={
          <ul className={css.plain}>
            {parts.map((part) => (
              <li key={part}>{t(`receipts.${part}`, { n: format.full(read[part]) })}</li>
            ))}
          </ul>
        }
      />
      {read.faults.length > 0 && (
        <DataTable<Fault>
          rows={read.faults}
          rowKey={(fault) => `${fault.place} ${fault.message}`}
          label={t('receipts.refused')}
          columns={[
            {
              key: 'line',
              title: t('receipts.line'),
              width: 120,
              render: (fault) => {
                const n = line(fault);
                return n === undefined ? '—' : t('receipts.at', { n });
              },
            },
            {
              key: 'why',
              title: t('receipts.why'),
              card: 'wide',
              render: (fault) => fault.message,
            },
          ]}
        />
      )}
    </>
  );
}
