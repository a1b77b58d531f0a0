import { Link } from 'react-router';
import type { IdRuleExample } from '#api';
import { useFormat, useLabel, useTranslation } from '#shell';
import { useSourceNames } from '#source';
import css from './rules.module.css';

/** Some customers who would fall apart, or become one, and why. */
export function Examples({
  side,
  examples,
  of,
}: {
  side: 'joined' | 'parted';
  examples: IdRuleExample[];
  of: number;
}) {
  const { t } = useTranslation('identity');
  const format = useFormat();
  if (examples.length === 0) return null;
  return (
    <section className={css.examples}>
      <h3>{t(`rules.${side}`, { n: format.full(of) })}</h3>
      <ul>
        {examples.map((example) => (
          <li key={example.customer}>
            <Example side={side} example={example} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Example({ side, example }: { side: 'joined' | 'parted'; example: IdRuleExample }) {
  const { t } = useTranslation('identity');
  const format = useFormat();
  const label = useLabel();
  const source = useSourceNames();
  const hidden = example.of - example.parts.length;
  return (
    <>
      <strong>
        {side === 'parted' && (
          <>
            <Link to={`/customers/${example.customer}`}>{example.customer}</Link>{' '}
          </>
        )}
        {t(`rules.${side}One`, {
          n: format.full(example.of),
          records: format.full(example.records),
        })}
      </strong>
      <ul className={css.parts}>
        {example.parts.map((part) => {
          const names = [...new Set(part.some.flatMap(({ name }) => (name ? [name] : [])))];
          const sources = [...new Set(part.some.map((one) => source(one.source)))];
          const more = part.records - part.some.length;
          return (
            <li key={part.customer}>
              <span>{names.length > 0 ? names.join(t('reachComma')) : t('rules.nameless')}</span>
              <small>
                {t('rules.part', {
                  n: format.full(part.records),
                  sources: sources.join(t('reachComma')),
                })}
                {more > 0 && '…'}
                {side === 'joined' && (
                  <>
                    {' · '}
                    <Link to={`/customers/${part.customer}`}>{part.customer}</Link>
                  </>
                )}
              </small>
            </li>
          );
        })}
        {hidden > 0 && (
          <li className={css.quiet}>{t('rules.moreParts', { n: format.full(hidden) })}</li>
        )}
      </ul>
      {example.reasons.map((reason) => {
        const words = t(`rules.because.${side}.${reason.because}`, {
          type: label(reason.label ?? undefined),
          value: reason.value ?? '',
          alike: reason.alike.map(label).join(t('reachComma')),
        });
        return (
          <p key={words} className={css.reason}>
            {words}
          </p>
        );
      })}
    </>
  );
}
