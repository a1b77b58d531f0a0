import type { Customer, Fact, Value } from '#api';
import { useLexicon } from '#condition';
import { useFormat, useLabel, useTranslation } from '#shell';
import { Hidden } from '../Hidden';
import { Inferred } from '../imputation/Inferred';
import css from './portrait.module.css';
import { Reveal } from './Reveal';
import { Dot, SourceMark } from './SourceMark';
import type { SourceInk } from './sources';
import { fieldName, written } from './summary';

/** Each fact with the ink of its source; below, what nobody has told yet. */
export function Who({ customer, inks }: { customer: Customer; inks: Map<string, SourceInk> }) {
  const { t } = useTranslation('profile');
  const label = useLabel();
  const format = useFormat();
  const words = useLexicon();
  const said = (fact: Fact, value: Value): string | null => {
    const code = words
      .field(`customer.${fieldName(fact.field)}`)
      ?.codes.find((one) => one.value === value);
    return code ? label(code.label) : written(value, format);
  };
  const shown = (fact: Fact) => said(fact, fact.value);
  const facts = customer.facts.filter((fact) => fieldName(fact.field) !== 'name');
  const known = facts.filter((fact) => fact.masked || shown(fact) !== null);
  const inferred = facts.filter((fact) => !known.includes(fact) && fact.guess !== undefined);
  const unknown = facts.filter((fact) => !known.includes(fact) && !inferred.includes(fact));
  return (
    <>
      <dl className={css.facts}>
        {known.map((fact) => (
          <div key={fact.field}>
            <dt>{label(fact.label)}</dt>
            <dd>
              <span className={css.fact}>
                {fact.masked ? (
                  <Reveal customer={customer.id} fact={fact} />
                ) : (
                  <Hidden text={shown(fact)} />
                )}
              </span>
              <SourceMark fact={fact} inks={inks} />
            </dd>
          </div>
        ))}
        {inferred.map((fact) => (
          <div key={fact.field}>
            <dt>{label(fact.label)}</dt>
            <dd>
              <Inferred
                text={(fact.guess && said(fact, fact.guess.value)) ?? '—'}
                guess={fact.guess}
                type={typeOf(fact)}
              />
            </dd>
          </div>
        ))}
      </dl>
      <p className={css.legend}>
        <span>{t('who.inks')}</span>
        {[...inks.values()].map((ink) => (
          <span key={ink.source} className={css.ink}>
            <Dot ink={ink} />
            {ink.name}
          </span>
        ))}
        <span>{t('who.hint')}</span>
        {unknown.length > 0 && (
          <span className={css.unknown}>
            {t('who.unknown', {
              fields: unknown.map((fact) => label(fact.label)).join(t('comma')),
            })}
          </span>
        )}
      </p>
    </>
  );
}

const typeOf = ({ guess }: Fact): string =>
  typeof guess?.value === 'number'
    ? 'decimal'
    : typeof guess?.value === 'object' && guess.value !== null
      ? 'day'
      : 'text';
