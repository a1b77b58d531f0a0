import { useEffect, useRef, type ReactNode } from 'react';
import type { IdRuleOutcome } from '#api';
import { isOver, Loading, Panel, RunProgress, useFormat, useLabel, useTranslation } from '#shell';
import { Examples } from './Examples';
import css from './rules.module.css';
import type { Tried } from './RulesForm';

/** How far the trial is, then what it found; `children`: what can be done with that. */
export function Trial({ tried, children }: { tried: Tried; children: ReactNode }) {
  const { t } = useTranslation('identity');
  const { run, told } = tried;
  const outcome = told.outcome;
  const here = useRef<HTMLDivElement>(null);
  // The button that began it stands above; what comes of it would be out of sight.
  useEffect(() => {
    const place = here.current;
    if (place && 'scrollIntoView' in place) place.scrollIntoView({ block: 'nearest' });
  }, [run?.state]);
  return (
    <div ref={here}>
      <Panel title={t('rules.outcome')} text={t('rules.outcomeText')}>
        {!run ? (
          <Loading rows={3} />
        ) : !isOver(run) ? (
          <RunProgress run={run} title={false} />
        ) : run.state === 'cancelled' ? (
          <p className={css.quiet}>{t('rules.stopped')}</p>
        ) : run.state === 'failed' ? (
          <RunProgress run={run} title={false} />
        ) : !outcome ? (
          <Loading rows={3} />
        ) : (
          <>
            <Outcome outcome={outcome} />
            {!told.current && <p className={css.missing}>{t('rules.notCurrent')}</p>}
            {children}
          </>
        )}
      </Panel>
    </div>
  );
}

function Outcome({ outcome }: { outcome: IdRuleOutcome }) {
  const { t } = useTranslation('identity');
  const format = useFormat();
  const { totals } = outcome;
  const changeOf = (more: number) =>
    more === 0
      ? ''
      : t(more > 0 ? 'rules.more' : 'rules.fewer', { n: format.full(Math.abs(more)) });
  if (totals.moved === 0 && totals.before === totals.after) {
    return <p className={css.nothing}>{t('rules.nothing', { n: format.full(totals.before) })}</p>;
  }
  const grown = totals.largestAfter >= 10 && totals.largestAfter >= 2 * totals.largestBefore;
  return (
    <>
      <div className={css.figures}>
        <Figure
          words={t('rules.customers') + changeOf(totals.after - totals.before)}
          before={totals.before}
          after={totals.after}
        />
        <Figure
          words={t('rules.largest')}
          before={totals.largestBefore}
          after={totals.largestAfter}
        />
        <div>
          <strong>{format.full(totals.moved)}</strong>
          <span>{t('rules.moved')}</span>
        </div>
      </div>
      {grown && (
        <p className={css.missing} role="alert">
          {t('rules.grown', {
            before: format.full(totals.largestBefore),
            after: format.full(totals.largestAfter),
          })}
        </p>
      )}
      <Split outcome={outcome} />
      <Values outcome={outcome} />
      <Examples side="joined" examples={outcome.joined} of={totals.joined} />
      <Examples side="parted" examples={outcome.parted} of={totals.parted} />
    </>
  );
}

function Figure({ words, before, after }: { words: string; before: number; after: number }) {
  const format = useFormat();
  return (
    <div>
      <strong>
        {format.full(before)} → {format.full(after)}
      </strong>
      <span>{words}</span>
    </div>
  );
}

/** Same, changed, lost, gained: what becomes of the customers of today, and who is new. */
function Split({ outcome }: { outcome: IdRuleOutcome }) {
  const { t } = useTranslation('identity');
  const format = useFormat();
  const { totals } = outcome;
  return (
    <dl className={css.split}>
      {(['same', 'changed', 'lost', 'gained'] as const).map((key) => (
        <div key={key} data-kind={key}>
          <dt>{t(`rules.split.${key}`)}</dt>
          <dd>{format.full(totals[key])}</dd>
          <small>{t(`rules.splitText.${key}`)}</small>
        </div>
      ))}
    </dl>
  );
}

/** Values that would mean nobody from now on, or somebody again. */
function Values({ outcome }: { outcome: IdRuleOutcome }) {
  const { t } = useTranslation('identity');
  const format = useFormat();
  const label = useLabel();
  const lines = [
    ...outcome.values.flatMap((one) => [
      ...(one.gained > 0
        ? [t('rules.generic', { n: format.full(one.gained), type: label(one.label) })]
        : []),
      ...(one.lost > 0
        ? [t('rules.telling', { n: format.full(one.lost), type: label(one.label) })]
        : []),
    ]),
    ...(outcome.contradicted > 0
      ? [t('rules.contradicted', { n: format.full(outcome.contradicted) })]
      : []),
  ];
  if (lines.length === 0) return null;
  return (
    <ul className={css.values}>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
