import { Tag } from 'antd';
import type { FeedDiagnosis, Trouble } from '#api';
import { Panel, useFormat, useSession, useTranslation } from '#shell';
import { useFeedNames, useFieldNames, useSourceNames } from '#source';
import { SideTable } from '../score/SideTable';
import css from './diagnosis.module.css';

const COLOURS = { quarantine: 'red', warn: 'orange', capped: 'blue', remind: 'gold' } as const;

/** One kind of file of a source: what came, what was wrong, what was done, before and after. */
export function FeedReport({ feed }: { feed: FeedDiagnosis }) {
  const { t } = useTranslation('quality');
  const { everybody } = useSession();
  const sourceName = useSourceNames();
  const feedName = useFeedNames();
  const fieldName = useFieldNames();
  const wanting = feed.fields.filter(
    ({ sides }) => (sides.scoreBefore ?? 1) < 1 || (sides.scoreAfter ?? 1) < 1,
  );
  const full = feed.fields.length - wanting.length;
  return (
    <Panel title={`${sourceName(feed.source)} · ${feedName(feed.source, feed.feed)}`}>
      <div className={css.feed}>
        <Came feed={feed} />
        <h3>{t('diagnosis.wrong')}</h3>
        {!everybody ? (
          <p className={css.said}>{t('hiddenRowsText')}</p>
        ) : feed.troubles.length === 0 ? (
          <p className={css.said}>{t('diagnosis.fine')}</p>
        ) : (
          <Troubles troubles={feed.troubles} />
        )}
        <h3>{t('diagnosis.done')}</h3>
        <Done feed={feed} />
        <h3>{t('sides.title')}</h3>
        {wanting.length > 0 && (
          <SideTable
            first={t('field')}
            label={t('sides.title')}
            timely={false}
            rows={wanting.map((one) => ({
              key: one.field,
              name: fieldName(one.field),
              sides: one.sides,
            }))}
          />
        )}
        {full > 0 && <p className={css.quiet}>{t('diagnosis.full', { n: full })}</p>}
      </div>
    </Panel>
  );
}

function Came({ feed }: { feed: FeedDiagnosis }) {
  const { t } = useTranslation('quality');
  const format = useFormat();
  const { came, counts } = feed;
  const { first, last } = came;
  const days =
    first && last && format.dayOf(first) !== format.dayOf(last)
      ? t('diagnosis.between', { from: format.dayOf(first), to: format.dayOf(last) })
      : last
        ? t('diagnosis.onDay', { day: format.dayOf(last) })
        : '';
  return (
    <p className={css.said}>
      {t('diagnosis.came', {
        days,
        files: format.full(came.files),
        landed: format.full(counts.landed),
        clean: format.full(counts.clean),
        share: usable(counts, format.percent),
      })}
    </p>
  );
}

/** What is nearly all is not all. */
function usable({ landed, clean }: FeedDiagnosis['counts'], percent: (share: number) => string) {
  if (landed === 0) return '—';
  const share = clean / landed;
  return share < 1 && share >= 0.9995 ? `> ${percent(0.999)}` : percent(share);
}

function Done({ feed }: { feed: FeedDiagnosis }) {
  const { t } = useTranslation('quality');
  const format = useFormat();
  const { counts, done } = feed;
  const said = (
    [
      ['quarantined', counts.quarantined],
      ['merged', counts.merged],
      ['superseded', counts.superseded],
      ['dropped', done.dropped],
      ['repairs', done.repairs],
      ['corrections', done.corrections],
      ['dismissed', done.dismissed],
      ['rules', done.rules],
    ] as const
  ).filter(([, n]) => n > 0);
  if (said.length === 0) return <p className={css.said}>{t('diagnosis.didNothing')}</p>;
  return (
    <ul className={css.did}>
      {said.map(([what, n]) => (
        <li key={what}>{t(`diagnosis.did.${what}`, { n: format.full(n) })}</li>
      ))}
    </ul>
  );
}

/** A plain table, which keeps its head over its columns on paper too. */
function Troubles({ troubles }: { troubles: Trouble[] }) {
  const { t } = useTranslation('quality');
  const format = useFormat();
  const fieldName = useFieldNames();
  return (
    <table className={css.troubles} aria-label={t('diagnosis.wrong')}>
      <thead>
        <tr>
          <th>{t('field')}</th>
          <th>{t('why')}</th>
          <th className={css.number}>{t('diagnosis.found')}</th>
          <th>{t('diagnosis.then')}</th>
          <th>{t('diagnosis.examples')}</th>
        </tr>
      </thead>
      <tbody>
        {troubles.map((one) => (
          <tr key={`${one.field ?? ''} ${one.reason} ${one.severity}`}>
            <th scope="row">{one.field ? fieldName(one.field) : t('diagnosis.row')}</th>
            <td>{one.message}</td>
            <td className={css.number} data-label={t('diagnosis.found')}>
              {format.full(one.found)}
            </td>
            <td>
              <Tag color={COLOURS[one.severity]}>{t(`diagnosis.severity.${one.severity}`)}</Tag>
            </td>
            <td data-label={t('diagnosis.examples')}>
              <Examples examples={one.examples} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Examples({ examples }: Pick<Trouble, 'examples'>) {
  const { t } = useTranslation('quality');
  const format = useFormat();
  return (
    <ul className={css.examples}>
      {examples.map(({ value, rows, file, line }) => (
        <li key={`${value ?? ''} ${file} ${line}`}>
          <b>{value ?? t('empty')}</b>
          <small>
            {rows > 1
              ? t('diagnosis.times', { n: format.full(rows), file, line: format.full(line) })
              : t('trial.place', { file, line: format.full(line) })}
          </small>
        </li>
      ))}
    </ul>
  );
}
