import { App, Button } from 'antd';
import { useState } from 'react';
import type { IdRules, IdRuleTrial, Run } from '#api';
import { Complaint, Panel, useRight, useRightOverAll, useRunsDrawer, useTranslation } from '#shell';
import { useApplyIdRules, useTryIdRules } from './api';
import { asked, draftOf, isSame, usualDraft, type Draft } from './draft';
import css from './rules.module.css';
import { Trial } from './Trial';
import { Types } from './Types';

export interface Tried {
  id: string;
  run: Run | undefined;
  told: IdRuleTrial;
}

/** The types to be set, and below them what that would change: first tried, then applied. */
export function RulesForm({
  rules,
  begin,
  trial,
  follow,
}: {
  rules: IdRules;
  begin: Draft;
  trial: Tried | null;
  follow: (run: number | null) => void;
}) {
  const { t } = useTranslation('identity');
  const holds = useRight('ADMIN');
  const may = useRightOverAll('ADMIN');
  const { message } = App.useApp();
  const drawer = useRunsDrawer();
  const trying = useTryIdRules();
  const apply = useApplyIdRules();
  const [draft, setDraft] = useState<Draft>(begin);
  const change = (next: Draft) => {
    trying.reset();
    apply.reset();
    setDraft(next);
  };
  const same = isSame(draft, draftOf(rules));
  const ask = asked(draft);
  const told = trial && isSame(draft, draftOf(trial.told.rules)) ? trial : null;
  const giveUp = () => {
    follow(null);
    change(draftOf(rules));
  };
  return (
    <>
      <Panel title={t('rules.types')} text={t('rules.typesText')}>
        {!may && <p className={css.quiet}>{t(holds ? 'rules.notMayForAll' : 'rules.notMay')}</p>}
        <Types rules={rules} draft={draft} may={may} error={trying.error} onChange={change} />
        {may && !ask && (
          <p className={css.missing} role="alert">
            {t('rules.missing')}
          </p>
        )}
        <Complaint error={trying.error} />
        {may && (
          <div className={css.buttons}>
            <Button
              type={told ? 'default' : 'primary'}
              disabled={same || !ask}
              loading={trying.isPending}
              onClick={() => ask && trying.mutate(ask, { onSuccess: ({ run }) => follow(run) })}
            >
              {t('rules.try')}
            </Button>
            {!same && <Button onClick={giveUp}>{t('rules.back')}</Button>}
            {!isSame(draft, usualDraft(rules)) && (
              <Button onClick={() => change(usualDraft(rules))}>{t('rules.reset')}</Button>
            )}
            <span className={css.quiet}>{t('rules.tryText')}</span>
          </div>
        )}
      </Panel>
      {told && (
        <Trial tried={told}>
          <Complaint error={apply.error} />
          <div className={css.buttons}>
            <Button
              type="primary"
              loading={apply.isPending}
              disabled={same}
              onClick={() =>
                ask &&
                apply.mutate(ask, {
                  onSuccess: () => {
                    follow(null);
                    void message.success(t('rules.applied'), 6);
                    drawer.open();
                  },
                })
              }
            >
              {t('rules.apply')}
            </Button>
            <Button onClick={giveUp}>{t('rules.giveUp')}</Button>
            <span className={css.quiet}>{t('rules.applyText')}</span>
          </div>
        </Trial>
      )}
    </>
  );
}
