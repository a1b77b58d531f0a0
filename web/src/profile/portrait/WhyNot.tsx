import type { IdentitySide, IdentityWhyNot } from '#api';
import { Await, Loading, useFormat, useLabel, useTranslation } from '#shell';
import { useWhyNot } from '../api';
import { Steps, useOdds } from './Likenesses';
import css from './likenesses.module.css';

/** Reasons that the weights were asked about; a name settles it without them. */
const BY_WEIGHT = new Set(['one', 'more-against', 'others-against']);

/** Why two are two, or one: what settled it, and what speaks for and against. */
export function WhyNot({ one, other }: { one: IdentitySide; other: IdentitySide }) {
  const query = useWhyNot(one, other);
  return (
    <Await query={query} loading={<Loading rows={4} />}>
      {(why) => <Verdict why={why} />}
    </Await>
  );
}

function Verdict({ why }: { why: IdentityWhyNot }) {
  const { t } = useTranslation('profile');
  const label = useLabel();
  const format = useFormat();
  const odds = useOdds();
  const { decision, ignored, tied } = why;
  const listed = (names: string[]) => names.join(t('comma'));
  return (
    <div className={css.verdict}>
      <p>
        <b>{t(`whyNot.reason.${why.reason}`)}</b>
        {typeof why.bits === 'number' &&
          BY_WEIGHT.has(why.reason) &&
          ` ${odds(why.bits)}${t('stop')}`}
      </p>
      {decision && (
        <p>
          {t('whyNot.decided', {
            by: label(decision.owner),
            at: format.moment(decision.changedAt),
          })}
          {decision.note && t('whyNot.note', { note: decision.note })}
        </p>
      )}
      {tied.length > 0 && (
        <p>{t('whyNot.tied', { what: listed(tied.map((one) => label(one))) })}</p>
      )}
      {ignored.map((one) => (
        <p key={label(one.what) + String(one.records)}>
          {typeof one.records === 'number'
            ? t('whyNot.generic', {
                what: label(one.what),
                records: format.full(one.records),
                names: format.full(one.names ?? 0),
              })
            : t('whyNot.crowded', { what: label(one.what) })}
        </p>
      ))}
      {why.traits.length > 0 ? (
        <Steps before={why} traits={why.traits} />
      ) : (
        <p>{t('whyNot.nothing')}</p>
      )}
    </div>
  );
}
