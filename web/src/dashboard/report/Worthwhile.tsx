import { Button } from 'antd';
import { Link } from 'react-router';
import type { Opportunity } from '#api';
import { builderAddress, customersAddress } from '#condition';
import { Await, Loading, Panel, useFormat, useRight, useTranslation } from '#shell';
import { useWorthwhile } from '../api';
import css from './report.module.css';
import { useWords } from './useWords';

/** The three most worthwhile things of the report in brief, for Home: what to do today. */
export function Worthwhile() {
  const { t } = useTranslation('dashboard');
  const query = useWorthwhile();
  return (
    <Panel title={t('report.chapter.next')} extra={<Link to="/report">{t('report.whole')}</Link>}>
      <Await query={query} loading={<Loading rows={3} />}>
        {(opportunities) => {
          const best = opportunities.filter((one) => one.stake).slice(0, 3);
          return best.length === 0 ? (
            <p className={css.none}>{t('report.action.none')}</p>
          ) : (
            <ol className={css.brief}>
              {best.map((one) => (
                <Brief key={one.rule.id} one={one} />
              ))}
            </ol>
          );
        }}
      </Await>
    </Panel>
  );
}

function Brief({ one }: { one: Opportunity }) {
  const { t } = useTranslation('dashboard');
  const format = useFormat();
  const mayDefine = useRight('DEFINE');
  const { title, who } = useWords(one);
  return (
    <li>
      <h3>{title}</h3>
      <p className={css.stake}>
        <strong title={format.moneyFull(one.stake?.money)}>
          {t('report.action.about', { money: format.money(one.stake?.money) })}
        </strong>
        <span>{t('report.people', { n: format.full(one.heads) })}</span>
      </p>
      <p>{who}</p>
      <Link to={mayDefine ? builderAddress(one.who) : customersAddress(one.who)}>
        <Button size="small">
          {t(mayDefine ? 'report.action.segment' : 'report.action.customers')}
        </Button>
      </Link>
    </li>
  );
}
