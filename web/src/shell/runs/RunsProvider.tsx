import { useQueryClient } from '@tanstack/react-query';
import { App, Drawer } from 'antd';
import { useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLabel } from '../i18n';
import { Await } from '../states/Await';
import { Empty } from '../states/Empty';
import { RunProgress } from './RunProgress';
import { isOver, RunsContext, useRuns } from './runs';

/** Keeps an eye on background work for the whole app, and refreshes every figure when one is done. */
export function RunsProvider({ children }: { children: ReactNode }) {
  const { t } = useTranslation('shell');
  const label = useLabel();
  const client = useQueryClient();
  const { notification } = App.useApp();
  const [shown, setShown] = useState(false);
  const runs = useRuns();
  const going = useRef(new Set<string>());

  useEffect(() => {
    for (const run of runs.data ?? []) {
      if (!isOver(run)) {
        going.current.add(String(run.id));
      } else if (going.current.delete(String(run.id))) {
        void client.invalidateQueries({ predicate: (query) => query.queryKey[0] !== 'runs' });
        const title = label(run.label) || t(`run.kind.${run.kind}`);
        // Five files end one after the other: that is one message, not a pile.
        if (run.state === 'done')
          notification.success({
            key: `done ${run.kind}`,
            title,
            description: t('run.doneText'),
          });
        if (run.state === 'failed')
          notification.error({
            title,
            description: run.faults[0]?.message ?? t('run.failedText'),
            duration: 0,
          });
      }
    }
  }, [runs.data, client, label, notification, t]);

  const place = useMemo(
    () => ({
      open: () => setShown(true),
      watch: (id: string | number) => {
        going.current.add(String(id));
        setShown(true);
        void client.invalidateQueries({ queryKey: ['runs'] });
      },
    }),
    [client],
  );

  return (
    <RunsContext value={place}>
      {children}
      <Drawer title={t('run.title')} open={shown} onClose={() => setShown(false)} size={420}>
        <Await query={runs}>
          {(list) =>
            list.length === 0 ? (
              <Empty title={t('run.none')} text={t('run.noneText')} />
            ) : (
              list.map((run) => <RunProgress key={run.id} run={run} />)
            )
          }
        </Await>
      </Drawer>
    </RunsContext>
  );
}
