import { Button, Popconfirm, Progress } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Run } from '#api';
import { useLabel } from '../i18n';
import { useFormat } from '../session';
import { Complaint } from '../states/Complaint';
import { isOver, useCancel } from './runs';
import { useNow } from './useNow';
import css from './runs.module.css';

/** How far one piece of background work is, with a button to stop it. */
export function RunProgress({ run, title = true }: { run: Run; title?: boolean }) {
  const { t } = useTranslation('shell');
  const label = useLabel();
  const format = useFormat();
  const cancel = useCancel();
  const leftOf = (seconds: number) => {
    const minutes = Math.round(seconds / 60);
    return minutes < 1 ? t('run.leftMoment') : t('run.left', { count: minutes });
  };
  const over = isOver(run);
  const now = useNow(!over);
  const since = run.startedAt ? Date.parse(run.startedAt) : null;
  const until = run.endedAt ? Date.parse(run.endedAt) : now;
  const spent = since === null ? null : format.duration(Math.max(0, until - since));
  // While files are read, what is counted is bytes.
  const isReading = typeof run.rows === 'number';
  const show = isReading ? format.bytes : format.full;
  const remarks = [
    ...(run.rows ? [t('run.rows', { n: format.full(run.rows) })] : []),
    ...(typeof run.secondsLeft === 'number' ? [leftOf(run.secondsLeft)] : []),
  ];
  const share = run.total > 0 ? Math.min(1, run.done / run.total) : null;

  return (
    <div className={css.run}>
      <div className={css.head}>
        {title && (
          <strong className={css.title}>{label(run.label) || t(`run.kind.${run.kind}`)}</strong>
        )}
        <span className={css.state} data-state={run.state}>
          {t(`run.state.${run.state}`)}
        </span>
        {spent && <span className={css.spent}>{spent}</span>}
      </div>
      {!over && (
        <>
          <div className={css.step} aria-live="polite">
            {label(run.stepLabel) || t('run.starting')}
            {run.total > 0 && (
              <span className={css.count}>
                {show(run.done)} / {show(run.total)}
              </span>
            )}
          </div>
          {remarks.length > 0 && <small className={css.remarks}>{remarks.join(' · ')}</small>}
          {share === null ? (
            <div className={css.unknown} role="progressbar" aria-label={t('run.working')} />
          ) : (
            <Progress
              percent={Math.floor(share * 100)}
              showInfo={false}
              size={{ height: 4 }}
              aria-label={t('run.working')}
            />
          )}
          {run.mayStop && (
            <Popconfirm
              title={t('run.cancelAsk')}
              description={t('run.cancelText')}
              okText={t('run.cancel')}
              cancelText={t('run.goOn')}
              onConfirm={() => cancel.mutate(run.id)}
            >
              <Button size="small" loading={cancel.isPending}>
                {t('run.cancel')}
              </Button>
            </Popconfirm>
          )}
          <Complaint error={cancel.error} />
        </>
      )}
      {run.faults.length > 0 && (
        <ul className={css.faults}>
          {run.faults.map((fault) => (
            <li key={fault.code + fault.message}>{fault.message}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
