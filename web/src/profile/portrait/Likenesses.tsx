import type { IdentityLikeness } from '#api';
import { useFormat, useLabel, useTranslation } from '#shell';
import css from './likenesses.module.css';

/** Beyond a million to one nobody counts on. */
const CERTAIN = 20;

/** A record by its place in the list that stands beside. */
type PlaceOf = (record: IdentityLikeness['one']) => number;

/**
 * What two records have in common, comparison by comparison, as a waterfall: what speaks for one
 * person to the right, what speaks against it to the left.
 */
export function Likenesses({
  likenesses,
  placeOf,
}: {
  likenesses: IdentityLikeness[];
  placeOf: PlaceOf;
}) {
  const { t } = useTranslation('profile');
  const label = useLabel();
  const format = useFormat();
  const mark = (place: number) =>
    place < 0 ? '·' : place < 20 ? String.fromCodePoint(0x2460 + place) : String(place + 1);
  const odds = (bits: number) =>
    bits >= CERTAIN
      ? t('likeness.certain')
      : t('likeness.odds', {
          n: format.full(Math.max(1, Math.round(Number((2 ** bits).toPrecision(2))))),
        });
  return (
    <section className={css.likenesses}>
      <h3>{t('likeness.title')}</h3>
      <p>{t('likeness.how')}</p>
      <ul>
        {likenesses.map((one) => {
          const places = [placeOf(one.one), placeOf(one.other)];
          const steps = [
            { name: t('likeness.before', { two: label(one.two) }), bits: one.before },
          ].concat(one.traits.map((trait) => ({ name: label(trait.found), bits: trait.bits })));
          const most = Math.max(...steps.map((step) => Math.abs(step.bits)), 1);
          return (
            <li key={places.join('-') + one.one.recordKey + one.other.recordKey}>
              <div className={css.head}>
                <span
                  className={css.beads}
                  role="img"
                  aria-label={t('origins.linked', {
                    numbers: places.map((place) => place + 1).join(t('comma')),
                  })}
                >
                  <span aria-hidden>
                    {mark(places[0] ?? -1)} — {mark(places[1] ?? -1)}
                  </span>
                </span>
                <b>{odds(one.bits)}</b>
              </div>
              <ol>
                {steps.map((step) => (
                  <li key={step.name}>
                    <span>{step.name}</span>
                    <span className={css.track} aria-hidden>
                      <i
                        data-against={step.bits < 0}
                        style={{ width: `${String((Math.abs(step.bits) / most) * 50)}%` }}
                      />
                    </span>
                    <span className={css.bits}>
                      {step.bits < 0 ? '−' : '+'}
                      {Math.abs(step.bits).toFixed(1)}
                    </span>
                  </li>
                ))}
              </ol>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
