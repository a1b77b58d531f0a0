import { App, Button, Popconfirm } from 'antd';
import {
  Await,
  Loading,
  Panel,
  useFormat,
  useLabel,
  useRightOverAll,
  useTranslation,
} from '#shell';
import { useDecisions, useUndoDecision } from './api';
import css from './identity.module.css';

/** What people decided about who is who, with a way back. */
export function Decisions() {
  const { t } = useTranslation('identity');
  const format = useFormat();
  const label = useLabel();
  const { message } = App.useApp();
  const may = useRightOverAll('DEFINE');
  const query = useDecisions();
  const undo = useUndoDecision();
  return (
    <Panel title={t('decisions.title')} text={t('decisions.text')}>
      <Await query={query} loading={<Loading rows={2} />}>
        {(decisions) =>
          decisions.length === 0 ? (
            <p className={css.quiet}>{t('decisions.none')}</p>
          ) : (
            <ul className={css.decisions}>
              {decisions.map((one) => (
                <li key={one.id}>
                  <span>
                    <b>{t(`decisions.${one.verdict}`)}</b> {label(one.label)}
                    <small>
                      {t('decisions.of', {
                        one: format.full(one.one.length),
                        other: format.full(one.other.length),
                      })}
                      {one.note && ` · ${one.note}`} · {label(one.owner)} ·{' '}
                      {format.moment(one.changedAt)}
                    </small>
                  </span>
                  {may && (
                    <Popconfirm
                      title={t('decisions.undoAsk')}
                      okText={t('decisions.undo')}
                      cancelText={t('decisions.cancel')}
                      onConfirm={() =>
                        undo.mutate(one.id, {
                          onSuccess: () => void message.success(t('decisions.undone'), 6),
                        })
                      }
                    >
                      <Button size="small">{t('decisions.undo')}</Button>
                    </Popconfirm>
                  )}
                </li>
              ))}
            </ul>
          )
        }
      </Await>
    </Panel>
  );
}
