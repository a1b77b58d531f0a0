import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answer, Rfm } from '#api';
import { Chart, matrix, trend, type Drawing } from '#charts';
import { Await, Panel, useCurrency, useLabel, useSession } from '#shell';
import { useRevenue, useRfm } from './api';
import css from './home.module.css';

/** The company's customers in two pictures: what they bought month by month, and who they are. */
export function Portrait() {
  const { company } = useSession();
  const revenue = useRevenue(company.asOf ?? null);
  const rfm = useRfm();
  return (
    <div className={css.portrait}>
      <Panel>
        <Await query={revenue}>{(answer) => <Months answer={answer} />}</Await>
      </Panel>
      <Panel>
        <Await query={rfm}>{(found) => <Groups rfm={found} />}</Await>
      </Panel>
    </div>
  );
}

function Months({ answer }: { answer: Answer }) {
  const { t } = useTranslation('home');
  const currency = useCurrency();
  const name = t('count.revenue');
  const draw = useCallback<Drawing>(
    (pen) => trend(answer, pen, { as: 'bar', unit: 'money', grain: 'month', name }),
    [answer, name],
  );
  return (
    <Chart
      title={t('portrait.months')}
      note={t('portrait.monthsNote', { currency })}
      draw={draw}
      table={answer}
      how={answer}
      height={280}
    />
  );
}

function Groups({ rfm }: { rfm: Rfm }) {
  const { t } = useTranslation('home');
  const label = useLabel();
  const draw = useCallback<Drawing>(
    (pen) => matrix(rfm.classes, pen, (group) => label(group.label)),
    [rfm, label],
  );
  const table = {
    columns: [
      { name: t('portrait.group'), type: 'text' },
      { name: t('count.customers'), type: 'number' },
    ],
    rows: rfm.classes.map((group) => [label(group.label), group.customers]),
  };
  return (
    <Chart
      title={t('portrait.groups')}
      note={t('portrait.groupsNote', { days: rfm.windowDays })}
      draw={draw}
      table={table}
      height={280}
    />
  );
}
