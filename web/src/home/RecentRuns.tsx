import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Await, isOver, Panel, useFormat, useLabel, useNow, useRuns, useRunsDrawer } from '#shell';
import css from './home.module.css';

/** What was imported or refreshed lately, and how it ended. */
export function RecentRuns() {
  const { t } = useTranslation('home');
  const label = useLabel();
  const format = useFormat();
  const runs = useRuns();
  const drawer = useRunsDrawer();
  const now = useNow(true, 60_000);
  return (
    <Panel
      title={t('recent')}
      extra={
        <Button type="link" size="small" className={css.all} onClick={drawer.open}>
          {t('recentAll')}
        </Button>
      }
    >
      <Await query={runs}>
        {(list) =>
          list.length === 0 ? (
            <p className={css.quiet}>{t('recentNone')}</p>
          ) : (
            <ul className={css.runs}>
              {list.slice(0, 6).map((run) => (
                <li key={run.id}>
                  <span className={css.runName} title={label(run.label)}>
                    {label(run.label)}
                  </span>
                  <span className={css.runState} data-state={run.state}>
                    {t(`shell:run.state.${run.state}`)}
                  </span>
                  <span className={css.quiet} title={format.moment(run.endedAt ?? run.startedAt)}>
                    {format.ago(isOver(run) ? run.endedAt : run.startedAt, now)}
                  </span>
                </li>
              ))}
            </ul>
          )
        }
      </Await>
    </Panel>
  );
}
