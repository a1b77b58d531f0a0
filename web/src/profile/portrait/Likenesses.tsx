import type { IdentityLikeness, Label } from '#api';
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
  const mark = (place: number) =>
    place < 0 ? '·' : place < 20 ? String.fromCodePoint(0x2460 + place) : String(place + 1);
  const odds = useOdds();
  return (
    <section className={css.likenesses}>
      <h3>{t('likeness.title')}</h3>
      <p>{t('likeness.how')}</p>
      <ul>
        {likenesses.map((one) => {
          const places = [placeOf(one.one), placeOf(one.other)];
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
              <Steps before={one} traits={one.traits} />
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** Odds in words: 12 bits are about 4,100 to 1; below 0 they are for two people. */
export function useOdds(): (bits: number) => string {
  const { t } = useTranslation('profile');
  const format = useFormat();
  return (bits) => {
    const size = Math.abs(bits);
    const n = format.full(Math.max(1, Math.round(Number((2 ** size).toPrecision(2)))));
    if (bits < 0) return t(size >= CERTAIN ? 'likeness.never' : 'likeness.against', { n });
    return t(size >= CERTAIN ? 'likeness.certain' : 'likeness.odds', { n });
  };
}

/** Step by step what speaks for one person, to the right, and what against it, to the left. */
export function Steps({
  before,
  traits,
}: {
  /** What speaks before anything is compared, where that is known. */
  before: { before?: number; two?: Label };
  traits: IdentityLikeness['traits'];
}) {
  const { t } = useTranslation('profile');
  const label = useLabel();
  const first =
    before.before === undefined
      ? []
      : [{ name: t('likeness.before', { two: label(before.two) }), bits: before.before }];
  const steps = first.concat(
    traits.map((trait) => ({ name: label(trait.found), bits: trait.bits })),
  );
  const most = Math.max(...steps.map((step) => Math.abs(step.bits)), 1);
  return (
    <ol className={css.steps}>
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
  );
}
