import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import type { Condition, Report } from '#api';
import { fromAddress, inAddress, Sentence } from '#condition';
import { WhoInput } from '#insight';
import {
  Await,
  DataFirst,
  Empty,
  Loading,
  ReportPage as Sheet,
  useFormat,
  useSession,
  useTranslation,
} from '#shell';
import { useReport } from '../api';
import { Actions } from './Actions';
import { Findings, Headline } from './Findings';
import { LeftOut } from './LeftOut';
import css from './report.module.css';
import { Shares } from './Shares';
import { Concentration, Groups, Hours } from './Worth';

/** One page about all customers or a segment: who, worth, likes, from where, when, and what next. */
export function ReportPage() {
  const { t } = useTranslation('dashboard');
  const { company } = useSession();
  const [search, setSearch] = useSearchParams();
  const who = fromAddress(search.get('who'));
  const query = useReport(who);
  const choose = (chosen: Condition | null) =>
    setSearch(
      (now) => {
        if (chosen) now.set('who', inAddress(chosen));
        else now.delete('who');
        return now;
      },
      { replace: true },
    );
  // Nothing to choose from and nothing to print as long as there is nobody.
  if (company.empty)
    return (
      <Sheet title={t('report.title')} lead={t('report.lead')}>
        <Empty
          title={t('report.empty.title')}
          text={t('report.empty.text')}
          action={<DataFirst />}
        />
      </Sheet>
    );
  return (
    <Sheet
      title={t('report.title')}
      lead={who ? <Sentence condition={who} /> : t('report.lead')}
      asOf={company.asOf}
      actions={
        <Button className={css.screenOnly} disabled={!query.data} onClick={() => window.print()}>
          {t('report.print')}
        </Button>
      }
      filters={
        <div className={`${css.who} ${css.screenOnly}`}>
          <WhoInput label={t('filter.who')} who={who} onChange={choose} />
        </div>
      }
    >
      <Await query={query} loading={<Loading rows={12} />}>
        {(report) =>
          report.heads.customers === 0 ? (
            <Empty title={t('report.nobody.title')} text={t('report.nobody.text')} />
          ) : (
            <Written report={report} />
          )
        }
      </Await>
    </Sheet>
  );
}

function Written({ report }: { report: Report }) {
  const { t } = useTranslation('dashboard');
  const format = useFormat();
  const of = (id: string) => report.divisions.find((one) => one.id === id);
  const shares = (ids: string[], most = 6): ReactNode =>
    ids.map((id) => {
      const division = of(id);
      return (
        division && (
          <Shares key={id} division={division} most={most} empty={t(`report.missing.${id}`)} />
        )
      );
    });
  return (
    <div className={css.report}>
      <Findings report={report} />
      <Headline report={report} />
      <LeftOut report={report} />
      <Chapter title={t('report.chapter.next')}>
        <Actions opportunities={report.opportunities} />
      </Chapter>
      <Chapter title={t('report.chapter.who')}>
        <div className={css.columns}>{shares(['gender', 'age', 'level'])}</div>
      </Chapter>
      <Chapter title={t('report.chapter.worth')}>
        <div className={css.halves}>
          <Concentration report={report} />
          <Groups report={report} />
        </div>
      </Chapter>
      <Chapter title={t('report.chapter.likes')}>
        <div className={css.halves}>{shares(['category', 'product'], 8)}</div>
      </Chapter>
      <Chapter title={t('report.chapter.from')}>
        <div className={css.halves}>{shares(['province', 'city', 'channel', 'source'])}</div>
      </Chapter>
      <Chapter title={t('report.chapter.when')}>
        <Hours report={report} />
      </Chapter>
      <footer className={css.note}>
        {t('report.foot', {
          from: format.day(report.year.from),
          asOf: format.day(report.asOf),
        })}
        {report.anonymous !== undefined &&
          report.anonymous > 0 &&
          ` ${t('report.anonymous', { money: format.money(report.anonymous) })}`}
      </footer>
    </div>
  );
}

function Chapter({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={css.chapter}>
      <h2>{title}</h2>
      {children}
    </section>
  );
}
