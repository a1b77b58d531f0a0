import { Link } from 'react-router';
import type { Cell, Label } from '#api';
import { builderAddress, customersAddress } from '#condition';
import { useFormat, useLabel, useRight, useTranslation } from '#shell';
import { holding } from '../holding';
import css from './kinds.module.css';

/** In the order in which customers pass them; whoever has too little history stands beside. */
const ORDER = ['registered', 'new', 'growing', 'loyal', 'at_risk', 'lost', 'unsure'] as const;
type Stage = (typeof ORDER)[number];

interface Count {
  value?: Cell;
  label: Label;
  customers: number;
}

/** The stages of a life as one band, each as wide as it has people; below, how many and what next. */
export function Stages({ values, trait }: { values: Count[]; trait?: string }) {
  const { t } = useTranslation('tag');
  const label = useLabel();
  const format = useFormat();
  const mayDefine = useRight('DEFINE');
  const total = values.reduce((sum, one) => sum + one.customers, 0);
  const of = (stage: Stage) => values.find((one) => one.value === stage)?.customers ?? 0;
  const named = (stage: Stage) =>
    label(values.find((one) => one.value === stage)?.label) || t(`lifecycle.stage.${stage}`);
  return (
    <>
      <div className={css.band} aria-hidden>
        {ORDER.filter((stage) => of(stage) > 0).map((stage) => (
          <span
            key={stage}
            data-stage={stage}
            style={{ flexGrow: of(stage) }}
            title={`${named(stage)} ${format.full(of(stage))}`}
          />
        ))}
      </div>
      <ol className={css.stages} data-links={trait !== undefined}>
        {ORDER.map((stage) => {
          const who = trait === undefined ? null : holding(trait, stage);
          return (
            <li key={stage}>
              <span className={css.dot} data-stage={stage} aria-hidden />
              <span className={css.stage}>
                {who && of(stage) > 0 ? (
                  <Link to={customersAddress(who)}>{named(stage)}</Link>
                ) : (
                  named(stage)
                )}
                <small>{t(`lifecycle.says.${stage}`)}</small>
              </span>
              <span className={css.count}>{format.full(of(stage))}</span>
              <span className={css.percent}>
                {format.percent(total > 0 ? of(stage) / total : null)}
              </span>
              {who && mayDefine && (
                <span className={css.go}>
                  {of(stage) > 0 && (
                    <Link to={builderAddress({ type: 'all', of: [who] })}>
                      {t('action.toSegment')}
                    </Link>
                  )}
                </span>
              )}
            </li>
          );
        })}
      </ol>
    </>
  );
}
