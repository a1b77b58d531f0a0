import { Alert } from 'antd';
import { Link } from 'react-router';
import type { ImputationField, ImputationTrial } from '#api';
import { ErrorState, Loading, useFormat, useTranslation } from '#shell';
import { CustomerName, Hidden } from '../Hidden';
import css from './imputation.module.css';
import type { Tried } from './RuleForm';
import { off, useSaid } from './words';

/** What a rule would do, measured on known values that were hidden from it. */
export function Trial({ field, trial }: { field: ImputationField; trial: Tried }) {
  const { t } = useTranslation('profile');
  const { query, stale } = trial;
  return (
    <section className={css.trial}>
      <h2>{t('impute.trial')}</h2>
      {query.error ? (
        <ErrorState error={query.error} retry={() => void query.refetch()} />
      ) : query.isFetching ? (
        <Loading rows={4} />
      ) : query.data ? (
        <div className={stale ? css.stale : undefined}>
          {stale && <p>{t('impute.stale')}</p>}
          <Outcome field={field} found={query.data} />
        </div>
      ) : (
        <p className={css.quiet}>{t('impute.untried')}</p>
      )}
    </section>
  );
}

function Outcome({ field, found }: { field: ImputationField; found: ImputationTrial }) {
  const { t } = useTranslation('profile');
  const format = useFormat();
  const { accuracy, filled, hidden, missing } = found;
  return (
    <>
      <Right field={field} found={found} />
      <p className={css.quiet}>
        {t('impute.measured', {
          known: format.full(accuracy.known),
          hidden: format.full(accuracy.hidden),
          answered: format.full(accuracy.answered),
        })}
      </p>
      <h3>{t('impute.would')}</h3>
      <p>
        {t('impute.wouldText', {
          missing: format.full(accuracy.missing),
          filled: format.full(filled),
        })}
      </p>
      <Examples field={field} title={t('impute.examplesHidden')} of={hidden} />
      <Examples field={field} title={t('impute.examplesMissing')} of={missing} />
      <p className={css.quiet}>{t('impute.caution')}</p>
    </>
  );
}

function Right({ field, found: { accuracy } }: { field: ImputationField; found: ImputationTrial }) {
  const { t } = useTranslation('profile');
  const format = useFormat();
  if (accuracy.verdict === 'too_few')
    return (
      <Alert
        type="warning"
        title={t('impute.few', { n: format.full(accuracy.answered) })}
        description={t('impute.fewText')}
      />
    );
  const category = field.type === 'text';
  const unit = field.type === 'day' ? t('impute.unitDays') : '';
  return (
    <>
      <dl className={css.figures}>
        <div>
          <dt>{t(category ? 'impute.hitRate' : 'impute.error')}</dt>
          <dd>
            {category
              ? format.percent(accuracy.hits / accuracy.answered)
              : off(accuracy.error ?? 0, field.type, format) + unit}
            {category && accuracy.from !== undefined && accuracy.to !== undefined && (
              <small>
                {t('impute.interval', {
                  from: format.percent(accuracy.from),
                  to: format.percent(accuracy.to),
                })}
              </small>
            )}
          </dd>
        </div>
        <div>
          <dt>{t(category ? 'impute.usualHits' : 'impute.usualError')}</dt>
          <dd className={css.usual}>
            {category
              ? format.percent(accuracy.usualHits / accuracy.answered)
              : off(accuracy.usualError ?? 0, field.type, format) + unit}
          </dd>
        </div>
      </dl>
      {accuracy.verdict === 'no_better' && (
        <Alert type="warning" title={t('impute.noBetter')} description={t('impute.noBetterText')} />
      )}
    </>
  );
}

function Examples({
  field,
  title,
  of,
}: {
  field: ImputationField;
  title: string;
  of: ImputationTrial['hidden'];
}) {
  const said = useSaid();
  const { t } = useTranslation('profile');
  if (of.length === 0) return null;
  return (
    <>
      <h3>{title}</h3>
      <ul className={css.examples}>
        {of.map(({ customer, name, known, guess }) => (
          <li key={customer}>
            <Link to={`/customers/${customer}`}>
              <CustomerName name={name} id={customer} />
            </Link>
            <span>
              {known !== undefined && (
                <>
                  <Hidden text={said(field.field, known)} />
                  <span aria-hidden> · </span>
                </>
              )}
              <b className={css.guess}>
                {t('impute.guessed', { value: said(field.field, guess) })}
              </b>
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
