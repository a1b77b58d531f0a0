import { Tag } from 'antd';
import type { FeedDiagnosis, Trouble } from '#api';
import { DataTable, Panel, useFormat, useSession, useTranslation } from '#shell';
import { useFeedNames, useFieldNames, useSourceNames } from '#source';
import { SideTable } from '../score/SideTable';
import css from './diagnosis.module.css';

const COLOURS = { quarantine: 'red', warn: 'orange', remind: 'gold' } as const;

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

function Troubles({ troubles }: { troubles: Trouble[] }) {
  const { t } = useTranslation('quality');
  const format = useFormat();
  const fieldName = useFieldNames();
  const keyOf = (one: Trouble) => `${one.field ?? ''} ${one.reason} ${one.severity}`;
  return (
    <DataTable<Trouble>
      bare
      label={t('diagnosis.wrong')}
      rows={troubles}
      rowKey={keyOf}
      columns={[
        {
          key: 'field',
          title: t('field'),
          card: 'title',
          width: '13%',
          render: (one) => (one.field ? fieldName(one.field) : t('diagnosis.row')),
        },
        { key: 'why', title: t('why'), card: 'wide', width: '30%', render: (one) => one.message },
        {
          key: 'found',
          title: t('diagnosis.found'),
          number: true,
          width: '9%',
          render: (one) => format.full(one.found),
        },
        {
          key: 'severity',
          title: t('diagnosis.then'),
          width: '14%',
          render: (one) => (
            <Tag color={COLOURS[one.severity]}>{t(`diagnosis.severity.${one.severity}`)}</Tag>
          ),
        },
        {
          key: 'examples',
          title: t('diagnosis.examples'),
          width: '34%',
          card: 'wide',
          render: (one) => (
            <ul className={css.examples}>
              {one.examples.map((example) => (
                <li key={`${example.value ?? ''} ${example.file} ${example.line}`}>
                  <b>{example.value ?? t('empty')}</b>
                  <small>
                    {example.rows > 1
                      ? t('diagnosis.times', {
                          n: format.full(example.rows),
                          file: example.file,
                          line: format.full(example.line),
                        })
                      : t('trial.place', {
                          file: example.file,
                          line: format.full(example.line),
                        })}
                  </small>
                </li>
              ))}
            </ul>
          ),
        },
      ]}
    />
  );
}
