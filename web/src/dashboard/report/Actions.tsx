import { Button } from 'antd';
import { Link } from 'react-router';
import type { Opportunity } from '#api';
import { builderAddress, customersAddress } from '#condition';
import { useFormat, useRight, useTranslation } from '#shell';
import css from './report.module.css';
import { useWords } from './useWords';

/** The three most worthwhile things to do, each a segment one click away; below, the rest. */
export function Actions({ opportunities }: { opportunities: Opportunity[] }) {
  const { t } = useTranslation('dashboard');
  if (opportunities.length === 0) return <p className={css.none}>{t('report.action.none')}</p>;
  const best = opportunities.filter((one) => one.stake).slice(0, 3);
  const rest = opportunities.filter((one) => !best.includes(one));
  return (
    <>
      {best.length > 0 && (
        <ol className={css.actions}>
          {best.map((one) => (
            <Best key={one.rule.id} one={one} />
          ))}
        </ol>
      )}
      {best.length > 0 && <p className={css.note}>{t('report.action.assumption', { days: 90 })}</p>}
      {rest.length > 0 && (
        <ul className={css.rest}>
          {rest.map((one) => (
            <Other key={one.rule.id} one={one} />
          ))}
        </ul>
      )}
    </>
  );
}

function Best({ one }: { one: Opportunity }) {
  const { t } = useTranslation('dashboard');
  const format = useFormat();
  const mayDefine = useRight('DEFINE');
  const { title, who, todo, base, why } = useWords(one);
  return (
    <li className={css.action}>
      <h3>{title}</h3>
      <p className={css.money} title={format.moneyFull(one.stake?.money)}>
        {t('report.action.about', { money: format.money(one.stake?.money) })}
      </p>
      <p className={css.heads}>{t('report.people', { n: format.full(one.heads) })}</p>
      <p>{who}</p>
      <p>{todo}</p>
      <p className={css.note}>{base}</p>
      {why !== null && <p className={css.note}>{why}</p>}
      <p className={css.buttons}>
        {mayDefine && (
          <Link to={builderAddress(one.who)}>
            <Button type="primary">{t('report.action.segment')}</Button>
          </Link>
        )}
        <Link to={customersAddress(one.who)}>
          <Button>{t('report.action.customers')}</Button>
        </Link>
      </p>
    </li>
  );
}

function Other({ one }: { one: Opportunity }) {
  const { t } = useTranslation('dashboard');
  const format = useFormat();
  const { title, who } = useWords(one);
  return (
    <li>
      <Link to={builderAddress(one.who)}>{title}</Link>
      <span>
        {t('report.people', { n: format.full(one.heads) })} · {who}{' '}
        {one.stake
          ? t('report.action.about', { money: format.money(one.stake.money) })
          : t('report.action.tooFew', { n: format.full(one.baseHeads) })}
      </span>
    </li>
  );
}
