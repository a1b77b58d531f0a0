import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import type { ReviewField, ReviewPair } from '#api';
import { Hidden } from '#profile';
import { useFormat, useLabel, useTranslation } from '#shell';
import { useFieldNames, useSourceNames, useStandard } from '#source';
import css from './review.module.css';

/** Two records beside each other, field by field. */
export function Sides({ pair }: { pair: ReviewPair }) {
  const { t } = useTranslation('identity');
  const [more, setMore] = useState(false);
  const telling = pair.fields.filter((field) => field.telling);
  const others = pair.fields.filter((field) => !field.telling);
  return (
    <section className={css.sides}>
      <table className={css.fields}>
        <thead>
          <tr>
            <th scope="col">
              <span className={css.unseen}>{t('review.field')}</span>
            </th>
            <th scope="col">
              <Head side={pair.one} />
            </th>
            <th scope="col">
              <Head side={pair.other} />
            </th>
            <th scope="col">
              <span className={css.unseen}>{t('review.compared')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {telling.map((field) => (
            <Row key={field.field} field={field} />
          ))}
          {more && others.map((field) => <Row key={field.field} field={field} />)}
        </tbody>
      </table>
      {others.length > 0 && (
        <Button type="link" size="small" onClick={() => setMore(!more)}>
          {t(more ? 'review.less' : 'review.more', { n: others.length })}
        </Button>
      )}
    </section>
  );
}

function Head({ side }: { side: ReviewPair['one'] }) {
  const { t } = useTranslation('identity');
  const format = useFormat();
  const sourceName = useSourceNames();
  const sources = [...new Set(side.records.map((record) => record.source))];
  return (
    <>
      <Link to={`/customers/${side.customer}`} target="_blank">
        {t('review.customer', { id: side.customer })}
      </Link>
      <small className={css.under}>
        {t('review.from', {
          sources: sources.map(sourceName).join(t('comma')),
          n: format.full(side.records.length),
          of: format.full(side.customerRecords),
        })}
      </small>
    </>
  );
}

function Row({ field }: { field: ReviewField }) {
  const { t } = useTranslation('identity');
  const fieldName = useFieldNames();
  return (
    <tr data-agreement={field.agreement}>
      <th scope="row">{fieldName(`customer.${field.field}`)}</th>
      <td>
        <Values field={field} values={field.one} />
      </td>
      <td>
        <Values field={field} values={field.other} />
      </td>
      <td className={css.mark}>
        {field.agreement !== 'unknown' && <span>{t(`review.agreement.${field.agreement}`)}</span>}
      </td>
    </tr>
  );
}

function Values({ field, values }: { field: ReviewField; values: ReviewField['one'] }) {
  const { t } = useTranslation('identity');
  const sourceName = useSourceNames();
  const written = useWritten(field);
  if (values.length === 0) return <span className={css.quiet}>—</span>;
  return (
    <ul className={css.values}>
      {values.map((told) => (
        <li key={told.value}>
          <Hidden text={written(told.value)} />
          <small>{told.sources.map(sourceName).join(t('comma'))}</small>
        </li>
      ))}
    </ul>
  );
}

/** How a value of a field is written for people. */
function useWritten(field: ReviewField): (value: string) => string {
  const format = useFormat();
  const label = useLabel();
  const { data } = useStandard();
  const codes = data
    ?.flatMap((entity) => entity.fields)
    .find((one) => one.key === `customer.${field.field}`)?.codes;
  return (value) => {
    if (field.type === 'day') return format.day(value);
    if (field.type === 'moment') return format.moment(value);
    const code = codes?.find((one) => one.value === value);
    return code ? label(code.label) : value;
  };
}
