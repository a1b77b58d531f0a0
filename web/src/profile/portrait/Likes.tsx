import type { Habits } from '#api';
import { Await, useFormat, useLabel, useTranslation } from '#shell';
import { useHabits } from '../api';
import { Blank } from './Chapter';
import css from './likes.module.css';

type Like = Habits['likes'][number];
const OF = ['CATEGORY', 'PRODUCT', 'KEYWORD'] as const;

/** What the customer has been looking at, likes to buy, and where. */
export function Likes({ id }: { id: number }) {
  const { t } = useTranslation('profile');
  const query = useHabits(id);
  return (
    <Await query={query}>
      {(habits) =>
        habits.deeds.length + habits.likes.length + habits.places.length === 0 ? (
          <Blank>{t('likes.none')}</Blank>
        ) : (
          <>
            <Deeds deeds={habits.deeds} />
            <div className={css.lists}>
              {OF.map((of) => (
                <List key={of} of={of} likes={habits.likes.filter((one) => one.of === of)} />
              ))}
              <Places places={habits.places} />
            </div>
          </>
        )
      }
    </Await>
  );
}

/** Counts of 30 days, with those of 90 beside them. */
function Deeds({ deeds }: { deeds: Habits['deeds'] }) {
  const { t } = useTranslation('profile');
  const format = useFormat();
  const label = useLabel();
  const lately = deeds.filter((deed) => deed.in90 > 0);
  const [latest] = deeds.toSorted((a, b) => (a.last < b.last ? 1 : -1));
  if (!latest) return null;
  if (lately.length === 0)
    return <p className={css.quiet}>{t('likes.quiet', { day: format.day(latest.last) })}</p>;
  return (
    <dl className={css.deeds} aria-label={t('likes.lately')}>
      {lately.map((deed) => (
        <div key={deed.name}>
          <dt>{label(deed.label)}</dt>
          <dd>
            {format.full(deed.in30)}
            <span className={css.aside}>{t('likes.in90', { n: format.full(deed.in90) })}</span>
          </dd>
        </div>
      ))}
      <div>
        <dt>{t('likes.last')}</dt>
        <dd className={css.day}>{format.day(latest.last)}</dd>
      </div>
    </dl>
  );
}

function List({ of, likes }: { of: Like['of']; likes: Like[] }) {
  const { t } = useTranslation('profile');
  const format = useFormat();
  if (likes.length === 0) return null;
  const most = Math.max(...likes.map((one) => one.quantity + one.looks), 1);
  return (
    <section>
      <h3 className={css.head}>{t(`likes.of.${of}`)}</h3>
      <ol className={css.likes}>
        {likes.map((one) => (
          <li key={one.name}>
            <span className={css.thing} title={one.name}>
              {one.name}
            </span>
            <span className={css.aside}>
              {[
                one.quantity > 0 && t('likes.bought', { n: format.full(one.quantity) }),
                one.looks > 0 &&
                  t(of === 'KEYWORD' ? 'likes.searched' : 'likes.looked', {
                    n: format.full(one.looks),
                  }),
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
            <span className={css.bar} aria-hidden>
              <i style={{ width: `${(one.quantity / most) * 100}%` }} />
              <b style={{ width: `${(one.looks / most) * 100}%` }} />
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Places({ places }: { places: Habits['places'] }) {
  const { t } = useTranslation('profile');
  const format = useFormat();
  if (places.length === 0) return null;
  const most = Math.max(...places.map((one) => one.orders), 1);
  return (
    <section>
      <h3 className={css.head}>{t('likes.places')}</h3>
      <ol className={css.likes}>
        {places.map((one) => (
          <li key={one.channel ?? ''}>
            <span className={css.thing}>{one.channel ?? t('likes.noChannel')}</span>
            <span className={css.aside}>
              {[
                one.orders > 0 && t('likes.orders', { n: format.full(one.orders) }),
                one.orders > 0 && format.moneyFull(one.amount),
                one.deeds > 0 && t('likes.visits', { n: format.full(one.deeds) }),
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
            <span className={css.bar} aria-hidden>
              <i style={{ width: `${(one.orders / most) * 100}%` }} />
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
