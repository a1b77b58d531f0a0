import { Button, Collapse, Tabs } from 'antd';
import { useMemo, useState } from 'react';
import { Link, Navigate, useNavigate, useParams, useSearchParams } from 'react-router';
import { PutOnBoard } from '#dashboard';
import {
  Empty,
  Loading,
  Orchid,
  Panel,
  ReportPage,
  useNarrow,
  useRight,
  useRightOverAll,
  useSession,
  useTranslation,
  useDelayed,
} from '#shell';
import { BreakdownForm } from './breakdown/BreakdownForm';
import { DistributionForm } from './distribution/DistributionForm';
import { FunnelForm } from './funnel/FunnelForm';
import css from './insight.module.css';
import { InsightChart } from './InsightChart';
import { KpiForm } from './kpi/KpiForm';
import { useSpanName } from './parts/SpanInput';
import { ProfileForm } from './profile/ProfileForm';
import { addressOf, questionFrom, searchOf } from './address';
import { chartOf, insightOf } from './asked';
import { KINDS, rollingOf, type Kind, type Question } from './question';
import { readyFor } from './ready';
import { TrendForm } from './trend/TrendForm';
import { useVoice } from './useVoice';
import { stepNames, titleOf } from './words';

/** 分析: a question at the left, its answer at the right; the address holds the question. */
export function InsightsPage() {
  const { kind } = useParams();
  const { t } = useTranslation('insight');
  const { company } = useSession();
  const mayImport = useRightOverAll('DEFINE');
  const { waits } = useVoice();
  const known = KINDS.find((one) => one === kind);
  if (!known) return <Navigate to="/insights/trend" replace />;
  if (!company.asOf)
    return (
      <ReportPage title={t('page')}>
        <Empty
          picture={<Orchid className={css.picture} />}
          title={t('empty.title')}
          text={t('empty.text')}
          action={
            mayImport && (
              <Link to="/sources">
                <Button type="primary">{t('empty.action')}</Button>
              </Link>
            )
          }
        />
      </ReportPage>
    );
  if (waits)
    return (
      <ReportPage title={t('page')} lead={t('lead')} asOf={company.asOf}>
        <Loading rows={10} />
      </ReportPage>
    );
  return <Asked kind={known} latest={company.latestDay ?? company.asOf} asOf={company.asOf} />;
}

function Asked({ kind, latest, asOf }: { kind: Kind; latest: string; asOf: string }) {
  const { t } = useTranslation('insight');
  const navigate = useNavigate();
  const narrow = useNarrow();
  const mayDefine = useRight('DEFINE');
  const voice = useVoice();
  const spanName = useSpanName();
  const [search, setSearch] = useSearchParams();
  const text = search.toString();
  const question = useMemo(() => {
    const asked = questionFrom(kind, new URLSearchParams(text));
    if (asked.type !== 'groupProfile') return asked;
    // Not every company has the tags and fields that are usual.
    const known = asked.by.filter((by) => voice.lexicon.trait(by) ?? voice.lexicon.field(by));
    return { ...asked, by: known };
  }, [kind, text, voice]);
  // A number that is being typed is asked for once it is there.
  const asked = useDelayed(question, 250);
  const shown = asked.type === kind ? asked : question;
  const insight = useMemo(() => {
    const names =
      shown.type === 'funnel'
        ? shown.steps.map((_, i) => voice.both((one) => nameOf(shown, i, one)))
        : [];
    return insightOf(shown, latest, names);
  }, [shown, latest, voice]);

  const change = (part: Partial<Question>) => {
    const next = searchOf({ ...question, ...part } as Question);
    const board = search.get('board');
    if (board !== null) next.set('board', board);
    setSearch(next, { replace: true });
  };
  const openMark = (open: string | null) =>
    setSearch(
      (now) => {
        if (open === null) now.delete('open');
        else now.set('open', open);
        return now;
      },
      // Who has closed it does not want it back with the next step backwards.
      { replace: open === null },
    );
  const [puts, setPuts] = useState(false);
  /** Another kind of question keeps the days, whom it is about, and the board it is meant for. */
  const turnTo = (other: Kind) => {
    const kept = new URLSearchParams();
    for (const name of ['period', 'who'])
      if (search.has(name)) kept.set(name, search.get(name) ?? '');
    const next = searchOf(questionFrom(other, kept));
    if (search.has('board')) next.set('board', search.get('board') ?? '');
    void navigate({ pathname: `/insights/${other}`, search: next.toString() });
  };
  const title = titleOf(shown, voice);
  const lacksWho = shown.type === 'groupProfile' && (shown.who === null || shown.by.length === 0);
  const form = (
    <>
      {question.type === 'trend' && (
        <TrendForm question={question} latest={latest} onChange={change} />
      )}
      {question.type === 'funnel' && (
        <FunnelForm question={question} latest={latest} onChange={change} />
      )}
      {question.type === 'kpi' && <KpiForm question={question} latest={latest} onChange={change} />}
      {question.type === 'distribution' && (
        <DistributionForm question={question} latest={latest} onChange={change} />
      )}
      {question.type === 'groupProfile' && <ProfileForm question={question} onChange={change} />}
      {question.type === 'breakdown' && (
        <BreakdownForm question={question} latest={latest} onChange={change} />
      )}
    </>
  );
  return (
    <ReportPage title={t('page')} lead={t('lead')} asOf={asOf}>
      <Tabs
        tabBarExtraContent={
          narrow ? undefined : <Link to="/insights/metrics">{t('metrics.page')}</Link>
        }
        activeKey={kind}
        onChange={(key) => turnTo(key as Kind)}
        items={KINDS.map((key) => ({ key, label: t(`kind.${key}`) }))}
      />
      <div className={css.page}>
        <section className={css.form} aria-label={t('form')}>
          {narrow ? (
            <Collapse
              items={[
                {
                  key: 'form',
                  label:
                    question.type === 'groupProfile'
                      ? t('change.question')
                      : `${t('change.question')} · ${spanName(question.span)}`,
                  children: form,
                },
              ]}
            />
          ) : (
            form
          )}
        </section>
        <div className={css.result}>
          <Panel>
            {lacksWho ? (
              <Empty title={t('profile.empty')} text={t('profile.emptyText')} />
            ) : (
              <InsightChart
                key={kind}
                question={shown}
                insight={insight}
                title={title}
                open={search.get('open')}
                onOpen={openMark}
                extra={
                  mayDefine && (
                    <Button size="small" onClick={() => setPuts(true)}>
                      {t('put')}
                    </Button>
                  )
                }
              />
            )}
            {!lacksWho && (
              <p className={css.openHint}>
                {t(
                  kind === 'kpi' ? 'openHint.figure' : narrow ? 'openHint.touch' : 'openHint.mouse',
                )}
              </p>
            )}
          </Panel>
          <nav className={css.ready} aria-label={t('ready')}>
            <h2>{t('ready')}</h2>
            <ul>
              {readyFor(kind, voice).map((one) => {
                const address = addressOf(one);
                return (
                  <li key={address}>
                    <Link to={address}>{titleOf(one, voice)}</Link>
                  </li>
                );
              })}
            </ul>
          </nav>
        </div>
      </div>
      {puts && (
        <PutOnBoard
          insight={insight}
          chart={chartOf(shown)}
          rolling={rollingOf(shown)}
          title={voice.both((one) => titleOf(shown, one))}
          board={search.get('board')}
          onClose={() => setPuts(false)}
        />
      )}
    </ReportPage>
  );
}

const nameOf = (
  question: Extract<Question, { type: 'funnel' }>,
  at: number,
  voice: Parameters<typeof stepNames>[1],
): string => stepNames(question.steps, voice)[at] ?? '';
