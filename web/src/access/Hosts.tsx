import { Button, Checkbox, Input } from 'antd';
import { useState } from 'react';
import { ProblemError, type OutboundHost } from '#api';
import { Await, Complaint, Loading, Panel, useTranslation } from '#shell';
import css from './access.module.css';
import { useHosts, useSaveHosts } from './api';

/** 对外访问: to which hosts this server may speak. */
export function Hosts() {
  const { t } = useTranslation('access');
  const query = useHosts();
  return (
    <Panel title={t('outbound.title')} text={t('outbound.text')}>
      <Await query={query} loading={<Loading rows={3} />}>
        {(hosts) => <HostsForm kept={hosts} />}
      </Await>
    </Panel>
  );
}

function HostsForm({ kept }: { kept: OutboundHost[] }) {
  const { t } = useTranslation('access');
  const save = useSaveHosts();
  const [hosts, setHosts] = useState(kept);
  const change = (next: OutboundHost[]) => {
    setHosts(next);
    save.reset();
  };
  const set = (at: number, part: Partial<OutboundHost>) =>
    change(hosts.map((host, i) => (i === at ? { ...host, ...part } : host)));
  const keep = () => {
    const named = hosts.filter((host) => host.name.trim() !== '');
    setHosts(named);
    save.mutate(named, { onSuccess: setHosts });
  };
  const faults = save.error instanceof ProblemError ? save.error.faults : [];
  const isBad = (at: number) => faults.some((fault) => fault.place === `hosts[${at}].name`);
  return (
    <div className={css.hosts}>
      {hosts.length === 0 && <p className={css.note}>{t('outbound.empty')}</p>}
      {hosts.map((host, i) => (
        <div key={i} className={css.host}>
          <Input
            aria-label={t('outbound.name')}
            placeholder={t('outbound.nameHint')}
            value={host.name}
            maxLength={260}
            spellCheck={false}
            {...(isBad(i) ? { status: 'error' as const } : {})}
            onChange={(event) => set(i, { name: event.target.value })}
          />
          <Checkbox
            checked={host.inside}
            onChange={(event) => set(i, { inside: event.target.checked })}
          >
            <span title={t('outbound.insideText')}>{t('outbound.inside')}</span>
          </Checkbox>
          <Button type="text" onClick={() => change(hosts.filter((_, other) => other !== i))}>
            {t('outbound.remove')}
          </Button>
        </div>
      ))}
      <div>
        <Button onClick={() => change([...hosts, { name: '', inside: false }])}>
          {t('outbound.add')}
        </Button>
      </div>
      <p className={css.note}>{t('outbound.what')}</p>
      <Complaint error={save.error} />
      <div>
        <Button type="primary" loading={save.isPending} onClick={keep}>
          {t('outbound.save')}
        </Button>
        {save.isSuccess && <span className={css.saved}>{t('saved')}</span>}
      </div>
    </div>
  );
}
