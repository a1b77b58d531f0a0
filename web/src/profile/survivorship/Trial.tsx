import { Link } from 'react-router';
import type { Value, ValueRulesAsked, ValueTrial } from '#api';
import { useLexicon } from '#condition';
import { ErrorState, Loading, useFormat, useLabel, useTranslation } from '#shell';
import { useSourceNames } from '#source';
import { CustomerName, Hidden } from '../Hidden';
import { written } from '../portrait/summary';
import { useValueTrial } from './api';
import css from './survivorship.module.css';

/** What the rules in hand would change, before they are saved; and how ties are decided. */
export function Trial({ may, asked }: { may: boolean; asked: ValueRulesAsked | undefined }) {
  const { t } = useTranslation('profile');
  return (
    <>
      {may && (
        <section className={css.trial}>
          <h2>{t('values.trial.title')}</h2>
          {asked ? <Tried asked={asked} /> : <p className={css.quiet}>{t('values.trial.none')}</p>}
        </section>
      )}
      <section className={css.trial}>
        <h2>{t('values.ties.title')}</h2>
        <ol className={css.ties}>
          {(['trust', 'own', 'latest', 'key'] as const).map((key) => (
            <li key={key}>{t(`values.ties.${key}`)}</li>
          ))}
        </ol>
        <p className={css.quiet}>{t('values.ties.latestText')}</p>
      </section>
    </>
  );
}

function Tried({ asked }: { asked: ValueRulesAsked }) {
  const query = useValueTrial(asked);
  if (query.error) return <ErrorState error={query.error} retry={() => void query.refetch()} />;
  if (!query.data) return <Loading rows={3} />;
  return <Outcome trial={query.data} stale={query.isPlaceholderData} />;
}

function Outcome({ trial, stale }: { trial: ValueTrial; stale: boolean }) {
  const { t } = useTranslation('profile');
  const format = useFormat();
  const label = useLabel();
  if (trial.customers === 0) return <p>{t('values.trial.nobody')}</p>;
  return (
    <div aria-busy={stale} className={stale ? css.stale : undefined}>
      <div className={css.figure}>{format.full(trial.customers)}</div>
      <p>{t('values.trial.customers')}</p>
      {trial.fields.map((one) => (
        <div key={one.field} className={css.changed}>
          <h3>
            <span>{label(one.label)}</span>
            <span>{t('values.trial.of', { n: format.full(one.customers) })}</span>
          </h3>
          <ul>
            {one.examples.map((example) => (
              <li key={example.customer}>
                <Link to={`/customers/${example.customer}`}>
                  <CustomerName name={example.name} id={example.customer} />
                </Link>
                <span className={css.change}>
                  <Said field={one.field} masked={example.masked} {...example.before} />
                  <span aria-hidden>→</span>
                  <Said field={one.field} masked={example.masked} {...example.after} />
                </span>
              </li>
            ))}
          </ul>
        </div>
      ))}
      <p className={css.quiet}>{t('values.trial.examples')}</p>
    </div>
  );
}

function Said({
  field,
  masked,
  value,
  source,
}: {
  field: string;
  masked: boolean;
  value: Value;
  source: string;
}) {
  const format = useFormat();
  const label = useLabel();
  const words = useLexicon();
  const name = useSourceNames();
  const code = words.field(`customer.${field}`)?.codes.find((one) => one.value === value);
  return (
    <span className={css.said}>
      <Hidden text={code ? label(code.label) : written(value, format)} sure={masked} />
      <small>{name(source)}</small>
    </span>
  );
}
