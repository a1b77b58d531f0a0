import { Button } from 'antd';
import { Complaint, Panel, useFormat, useLabel, useTranslation } from '#shell';
import { useJudgements, useUndoJudgement } from './api';
import css from '../identity.module.css';

/** What was said last, by whom and when, with a way back. */
export function Latest({ may }: { may: boolean }) {
  const { t } = useTranslation('identity');
  const format = useFormat();
  const label = useLabel();
  const { data = [] } = useJudgements(true);
  const undo = useUndoJudgement();
  if (data.length === 0) return null;
  return (
    <Panel title={t('review.latest')} text={t('review.latestText')}>
      <Complaint error={undo.error} />
      <ul className={css.decisions}>
        {data.map((one) => (
          <li key={one.id}>
            <span>
              <b>{t(`review.answer.${one.answer}`)}</b> {label(one.label)}
              <small>
                {t(one.moves ? 'review.moves' : 'review.staysSo')} · {label(one.owner)} ·{' '}
                {format.moment(one.changedAt)}
              </small>
            </span>
            {may && (
              <Button
                size="small"
                loading={undo.isPending && undo.variables === one.id}
                onClick={() => undo.mutate(one.id)}
              >
                {t('decisions.undo')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
