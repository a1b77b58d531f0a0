import { Alert, Button, Flex } from 'antd';
import type { Campaign } from '#api';
import { Complaint, Panel, RunProgress, useFormat, useRight, useRun, useTranslation } from '#shell';
import { useDownload, useGoOn, useHold } from '../api';
import css from '../campaign.module.css';
import { LIST } from '../wizard/draft';
import { Account } from './Account';
import { MessageWords } from './MessageWords';
import { ReceiptsPanel } from './ReceiptsPanel';

/** How the sending goes: the work itself, the account of everybody, the list out, the receipts in. */
export function Sending({ campaign }: { campaign: Campaign }) {
  const { t } = useTranslation('campaign');
  const entering = ['running', 'stopped', 'waiting'].includes(campaign.state);
  return (
    <>
      {entering && <Work campaign={campaign} />}
      {campaign.audience > 0 && (
        <>
          <Panel title={t('account.title')} text={t('account.text')}>
            <Account campaign={campaign} />
          </Panel>
          {campaign.channel === LIST && <ListPanel campaign={campaign} />}
          <ReceiptsPanel campaign={campaign} />
        </>
      )}
      <Panel title={t('message.title')}>
        <MessageWords message={campaign.message ?? ''} />
      </Panel>
    </>
  );
}

/** The audience being entered, with stop; after a stop, go on. */
function Work({ campaign }: { campaign: Campaign }) {
  const { t } = useTranslation('campaign');
  const format = useFormat();
  const maySend = useRight('SEND');
  const run = useRun(campaign.run ?? null);
  const goOn = useGoOn(campaign.id);
  const hold = useHold(campaign.id);
  const maySay = maySend && campaign.whole;
  const unsent = campaign.entries.CLAIMED ?? 0;
  const notTheirs = maySend && !campaign.whole && (
    <p className={css.why}>{t('sending.notTheirs')}</p>
  );
  if (campaign.state === 'waiting')
    return (
      <Panel>
        <Alert
          type="info"
          showIcon
          title={t('waits.title', { at: format.moment(campaign.waitsUntil) })}
          description={
            <>
              {t('waits.text', {
                done: format.full(campaign.audience),
                left: format.full(campaign.planned - campaign.audience),
              })}
              {notTheirs}
            </>
          }
          action={
            maySay && (
              <Button loading={hold.isPending} onClick={() => hold.mutate()}>
                {t('waits.hold')}
              </Button>
            )
          }
        />
        <Complaint error={hold.error} />
      </Panel>
    );
  if (campaign.state === 'stopped')
    return (
      <Panel>
        <Alert
          type="warning"
          showIcon
          title={t('stopped.title')}
          description={
            <>
              {run.data?.faults.map((fault) => (
                <p key={fault.code} className={css.why}>
                  {t('stopped.why', { why: fault.message })}
                </p>
              ))}
              {t('stopped.text', {
                done: format.full(campaign.audience),
                left: format.full(campaign.planned - campaign.audience),
              })}
              {unsent > 0 && t('stopped.left', { n: format.full(unsent) })}
              {notTheirs}
            </>
          }
          action={
            maySay && (
              <Button type="primary" loading={goOn.isPending} onClick={() => goOn.mutate()}>
                {t('stopped.goOn')}
              </Button>
            )
          }
        />
        <Complaint error={goOn.error} />
      </Panel>
    );
  return (
    <Panel title={t('sending.title')}>
      {run.data ? <RunProgress run={run.data} title={false} /> : t('sending.waiting')}
    </Panel>
  );
}

const COLUMNS = ['message_key', 'phone', 'name', 'text'] as const;

/** The list for whoever sends it. */
function ListPanel({ campaign }: { campaign: Campaign }) {
  const { t } = useTranslation('campaign');
  const format = useFormat();
  const mayExport = useRight('EXPORT');
  const download = useDownload(campaign.id);
  const { SENT = 0, DELIVERED = 0, FAILED = 0, UNCERTAIN = 0 } = campaign.entries;
  const lines = SENT + DELIVERED + FAILED + UNCERTAIN;
  return (
    <Panel
      title={t('file.title')}
      text={t('file.text', { n: format.full(lines) })}
      extra={
        mayExport && (
          <Flex gap={8} wrap>
            {(['xlsx', 'csv'] as const).map((format) => (
              <Button
                key={format}
                type={format === 'xlsx' && !campaign.masked ? 'primary' : 'default'}
                disabled={lines === 0}
                loading={download.isPending && download.variables === format}
                onClick={() => download.mutate(format)}
              >
                {t(`file.${format}`)}
              </Button>
            ))}
          </Flex>
        )
      }
    >
      <dl className={css.columns}>
        {COLUMNS.map((column) => (
          <div key={column}>
            <dt>
              <code>{column}</code>
            </dt>
            <dd>{t(`listed.${column}`)}</dd>
          </div>
        ))}
      </dl>
      {mayExport && campaign.masked ? (
        <Alert
          type="warning"
          showIcon
          title={t('file.masked')}
          description={t('file.maskedText')}
        />
      ) : (
        <p className={css.quiet}>{t(mayExport ? 'file.audit' : 'file.forbidden')}</p>
      )}
      <Complaint error={download.error} />
    </Panel>
  );
}
