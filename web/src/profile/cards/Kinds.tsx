import { Switch } from 'antd';
import { Complaint, Panel, useFormat, useRight, useTranslation } from '#shell';
import { KINDS, useLeaveOut, useLeftOut } from './api';
import css from './cards.module.css';

/** 统计口径: which kinds of confirmed cards figures, tags and segments leave out. */
export function Kinds() {
  const { t } = useTranslation('profile');
  const format = useFormat();
  const mayChoose = useRight('ADMIN');
  const { data } = useLeftOut();
  const choose = useLeaveOut();
  if (!data) return null;
  return (
    <Panel title={t('cards.kinds.title')} text={t('cards.kinds.text')}>
      <div className={css.kinds}>
        {KINDS.map((kind) => (
          <label key={kind}>
            <Switch
              checked={data.kinds[kind]}
              disabled={!mayChoose}
              loading={choose.isPending}
              onChange={(on) => choose.mutate({ ...data.kinds, [kind]: on })}
            />
            <span>{t(`cards.kind.${kind}`)}</span>
            <span className={css.note}>
              {data.kinds[kind]
                ? t('cards.kinds.out', { n: format.full(data.cards[kind] ?? 0) })
                : t('cards.kinds.in')}
            </span>
          </label>
        ))}
      </div>
      {!mayChoose && <p className={css.note}>{t('cards.kinds.admin')}</p>}
      <Complaint error={choose.error} />
    </Panel>
  );
}
