import { Link } from 'react-router';
import type { Rfm, RfmClass, TagView, TagValueDay } from '#api';
import { builderAddress, customersAddress } from '#condition';
import { Figure, useFormat, useLabel, useRight, useTranslation } from '#shell';
import { useValueHistory } from '../api';
import { holding } from '../holding';
import css from '../tag.module.css';
import { anchorOf } from './anchor';

/** Each group: who they are in words, how many, how much they spent, and how to treat them. */
export function Groups({ tag, rfm }: { tag: TagView; rfm: Rfm }) {
  const { t } = useTranslation('tag');
  const history = useValueHistory(tag.id);
  return (
    <section aria-labelledby="groups">
      <h2 id="groups" className={css.section}>
        {t('rfm.groups')}
      </h2>
      <div className={css.groups}>
        {rfm.classes.map((group) => (
          <Group
            key={group.code}
            tag={tag}
            group={group}
            latest={turnOf(history.data ?? [], group.value)}
          />
        ))}
      </div>
    </section>
  );
}

/** The newest day of a group's history, unless it is also the first: then nobody moved yet. */
function turnOf(days: readonly TagValueDay[], value: string): TagValueDay | undefined {
  const first = days[0]?.day;
  const last = days.at(-1)?.day;
  return last === first ? undefined : days.find((one) => one.day === last && one.value === value);
}

function Group({ tag, group, latest }: { tag: TagView; group: RfmClass; latest?: TagValueDay }) {
  const { t } = useTranslation('tag');
  const label = useLabel();
  const format = useFormat();
  const mayDefine = useRight('DEFINE');
  const who = holding(tag.trait, group.value);
  const letters = ['r', 'f', 'm'].map((letter, i) => {
    const high = group.code[i] === '1';
    return { letter, high, word: t(`rfm.mark.${letter}${high ? '1' : '0'}`) };
  });
  return (
    <article id={anchorOf(group.code)} className={css.group}>
      <header>
        <h3>{label(group.label)}</h3>
        <ul className={css.marks}>
          {letters.map(({ letter, high, word }) => (
            <li key={letter} data-high={high}>
              {word}
            </li>
          ))}
        </ul>
      </header>
      <dl className={css.figures}>
        <div>
          <dt>{t('rfm.column.customers')}</dt>
          <dd>
            <Figure value={group.customers} /> <small>{format.percent(group.share)}</small>
          </dd>
        </div>
        <div>
          <dt>{t('rfm.column.revenue')}</dt>
          <dd>
            <Figure as="money" value={group.revenue} />{' '}
            <small>{format.percent(group.revenueShare)}</small>
          </dd>
        </div>
        <div>
          <dt>{t('rfm.column.averageM')}</dt>
          <dd>
            <Figure as="money" value={group.averageM} />
          </dd>
        </div>
        <div>
          <dt>{t('rfm.column.averageR')}</dt>
          <dd>
            {group.averageR == null
              ? '—'
              : t('rfm.days', { n: format.full(Math.round(group.averageR)) })}
          </dd>
        </div>
        <div>
          <dt>{t('rfm.column.averageF')}</dt>
          <dd>
            {group.averageF == null
              ? '—'
              : t('rfm.days', { n: format.full(Math.round(group.averageF * 10) / 10) })}
          </dd>
        </div>
      </dl>
      <p>{t(`rfm.reading.${group.code}`)}</p>
      <p className={css.treat}>{t(`rfm.treat.${group.code}`)}</p>
      {latest && (
        <p className={css.quiet}>
          {t('history.latest', {
            day: format.day(latest.day),
            entered: format.full(latest.entered),
            left: format.full(latest.left),
          })}
        </p>
      )}
      {group.customers > 0 && (
        <p className={css.links}>
          <Link to={customersAddress(who)}>{t('rfm.customers')}</Link>
          {mayDefine && (
            <Link to={builderAddress({ type: 'all', of: [who] })}>{t('action.toSegment')}</Link>
          )}
        </p>
      )}
    </article>
  );
}
