import { useSearchParams } from 'react-router';
import type { IdRules, IdRuleTrial } from '#api';
import { isStatus } from '#api';
import { Await, Complaint, isOver, ReportPage, useRun, useSession, useTranslation } from '#shell';
import { useIdRules, useIdRuleTrial } from './api';
import { draftOf } from './draft';
import { RulesForm } from './RulesForm';
import css from './rules.module.css';

/** 标识设置: how far identifiers are believed, and what other settings would change. */
export function RulesPage() {
  const { t } = useTranslation('identity');
  const { company } = useSession();
  const [address, setAddress] = useSearchParams();
  const tried = address.get('trial');
  const query = useIdRules();
  const run = useRun(tried);
  const trial = useIdRuleTrial(tried, run.data ? isOver(run.data) : false);
  const gone = isStatus(trial.error, 404);
  const follow = (next: number | null) =>
    setAddress(next === null ? {} : { trial: String(next) }, { replace: true });
  return (
    <ReportPage
      title={t('rules.title')}
      lead={t('rules.lead')}
      up={{ to: '/identity', label: t('nav') }}
      asOf={company.asOf}
    >
      {gone && <Complaint error={trial.error} />}
      <Await query={query}>
        {(rules) =>
          tried && !gone && !trial.data ? (
            <Await query={trial}>{() => null}</Await>
          ) : (
            <RulesForm
              key={keyOf(rules, gone ? undefined : trial.data)}
              rules={rules}
              begin={draftOf((gone ? undefined : trial.data?.rules) ?? rules)}
              trial={
                tried && !gone && trial.data ? { id: tried, run: run.data, told: trial.data } : null
              }
              follow={follow}
            />
          )
        }
      </Await>
      <p className={css.quiet}>{t('rules.devices')}</p>
    </ReportPage>
  );
}

/** The form begins anew where the rules changed, or others were tried. */
const keyOf = (rules: IdRules, trial: IdRuleTrial | undefined) =>
  JSON.stringify([rules, trial?.rules]);
