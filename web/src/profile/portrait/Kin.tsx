import { Link } from 'react-router';
import type { CustomerRelation } from '#api';
import { useFormat, useLabel, useTranslation } from '#shell';
import { CustomerName } from '../Hidden';
import { useState } from 'react';
import css from './likes.module.css';
import { MoreButton } from './MoreButton';

const FIRST = 5;
const KINDS = ['HOUSEHOLD', 'COMPANY', 'DEVICE'] as const;

/** Who shares a door, a phone or an employer with this customer and is somebody else. */
export function Kin({ relations }: { relations: CustomerRelation[] }) {
  return (
    <>
      {KINDS.map((kind) => {
        const some = relations.filter((one) => one.kind === kind);
        return some.length > 0 && <OfKind key={kind} kind={kind} relations={some} />;
      })}
    </>
  );
}

function OfKind({
  kind,
  relations,
}: {
  kind: (typeof KINDS)[number];
  relations: CustomerRelation[];
}) {
  const { t } = useTranslation('profile');
  const format = useFormat();
  const label = useLabel();
  const [all, setAll] = useState(false);
  return (
    <section>
      <h3 className={css.head}>{t(`kin.${kind}`, { n: format.full(relations.length) })}</h3>
      <p className={css.quiet}>{t(`kin.text.${kind}`)}</p>
      <ul className={css.rows}>
        {(all ? relations : relations.slice(0, FIRST)).map((one) => (
          <li key={one.customer} className={css.line}>
            <Link to={`/customers/${one.customer}`}>
              <CustomerName name={one.name} id={one.customer} />
            </Link>
            <span className={css.aside}>
              {t('kin.shares', { what: one.shares.map(label).join(t('comma')) })}
              {one.sameSurname && t('kin.surname')}
              {kind === 'COMPANY' && t('kin.holders', { n: format.full(one.holders) })}
            </span>
            <span className={css.end}>{t(one.sure ? 'kin.likely' : 'kin.possibly')}</span>
          </li>
        ))}
      </ul>
      <MoreButton shown={all} total={relations.length} first={FIRST} onClick={() => setAll(!all)} />
    </section>
  );
}
