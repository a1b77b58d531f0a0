import { Popover } from 'antd';
import { Link } from 'react-router';
import type { Fact, Value } from '#api';
import { useFormat, useLabel, useTranslation } from '#shell';
import { Hidden } from '../Hidden';
import css from './portrait.module.css';
import { RecordKey } from './RecordKey';
import type { SourceInk } from './sources';
import { unlike, written } from './summary';

/** A dot of the source's ink beside a fact; it opens where the fact is from. */
export function SourceMark({ fact, inks }: { fact: Fact; inks: Map<string, SourceInk> }) {
  const { t } = useTranslation('profile');
  const label = useLabel();
  const ink = fact.source ? inks.get(fact.source) : undefined;
  if (!ink) return null;
  const others = unlike(fact);
  return (
    <Popover
      trigger="click"
      placement="bottom"
      title={t('source.title', { field: label(fact.label) })}
      content={<Provenance fact={fact} inks={inks} />}
    >
      <button
        type="button"
        className={css.mark}
        aria-label={t('source.open', { field: label(fact.label), source: ink.name })}
        title={ink.name}
      >
        <span className={css.dot} style={{ background: ink.colour }} />
        {others > 0 && <span className={css.others}>{t('source.others', { n: others })}</span>}
      </button>
    </Popover>
  );
}

/** Source, file, line, record; why this value; what the other records say. */
function Provenance({ fact, inks }: { fact: Fact; inks: Map<string, SourceInk> }) {
  const { t } = useTranslation('profile');
  const format = useFormat();
  const name = (source: string) => inks.get(source)?.name ?? source;
  return (
    <div className={css.provenance}>
      <dl>
        <dt>{t('source.source')}</dt>
        <dd>
          <Dot ink={fact.source ? inks.get(fact.source) : undefined} />
          {fact.source ? name(fact.source) : '—'}
        </dd>
        {fact.file && (
          <>
            <dt>{t('source.file')}</dt>
            <dd>
              {fact.file}
              {fact.line ? <> · {t('source.line', { n: format.full(fact.line) })}</> : null}
            </dd>
          </>
        )}
        {fact.recordKey && (
          <>
            <dt>{t('source.record')}</dt>
            <dd>
              <RecordKey recordKey={fact.recordKey} />
            </dd>
          </>
        )}
        {fact.why && (
          <>
            <dt>{t('source.why')}</dt>
            <dd>
              {fact.why} <Link to="/identity/values">{t('source.rules')}</Link>
            </dd>
          </>
        )}
      </dl>
      {fact.others.length > 0 && (
        <>
          <h3>{t('source.elsewhere')}</h3>
          <ul>
            {fact.others.map((other) => (
              <li key={other.source + other.recordKey + JSON.stringify(other.value)}>
                <div>
                  <Dot ink={inks.get(other.source)} />
                  <Shown value={other.value} masked={fact.masked} />
                </div>
                <div className={css.aside}>
                  {name(other.source)} · <RecordKey recordKey={other.recordKey} />
                  {other.why !== '' && <div>{other.why}</div>}
                </div>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

export function Dot({ ink }: { ink: SourceInk | undefined }) {
  return (
    <span
      className={css.dot}
      style={{ background: ink?.colour ?? 'var(--gb-others)' }}
      aria-hidden
    />
  );
}

function Shown({ value, masked }: { value: Value; masked: boolean }) {
  const format = useFormat();
  return <Hidden text={written(value, format)} sure={masked} />;
}
