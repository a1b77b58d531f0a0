import { App, Button, Popconfirm, Switch, Tag } from 'antd';
import { useEffect, useRef } from 'react';
import { Link } from 'react-router';
import type { QualityCounts, RuleView } from '#api';
import {
  Await,
  byNumber,
  Complaint,
  DataTable,
  Empty,
  icons,
  isOver,
  ListPage,
  ListSearch,
  Panel,
  useFormat,
  useLabel,
  usePaged,
  useRuns,
  useSought,
  useTranslation,
} from '#shell';
import { useQueryClient } from '@tanstack/react-query';
import { useDeleteRule, useMayRule, useQualityCounts, useRules, useSaveRule } from '../api';
import css from '../quality.module.css';
import { CareActs, ReviewDay } from '../upkeep/Care';
import { useUpkeep } from '../upkeep/api';
import { Suggestions } from './Suggestions';
import { useWhere } from './useWhere';
import { useCheckWords } from './words';

/** 清洗规则: what the company asks of its rows, and how many of them break it. */
export function RulesPage() {
  const { t } = useTranslation('quality');
  const mayDefine = useMayRule();
  const cleaning = useCleaning();
  const query = useRules(cleaning);
  const counts = useQualityCounts();
  const create = mayDefine && (
    <Link to="/quality/rules/new">
      <Button type="primary">{t('rules.create')}</Button>
    </Link>
  );
  return (
    <ListPage
      title={t('rules.title')}
      lead={cleaning ? t('rules.cleaning') : t('rules.lead')}
      up={{ to: '/quality', label: t('title') }}
      actions={create}
    >
      <Await query={query}>
        {(rules) =>
          rules.length === 0 ? (
            <Empty
              picture={<icons.quality size={56} />}
              title={t('rules.none')}
              text={t('rules.noneText')}
              action={create}
            />
          ) : (
            <Kept rules={rules.toSorted(byNumber)} feeds={counts.data ?? []} />
          )
        }
      </Await>
      {mayDefine && <Suggestions />}
    </ListPage>
  );
}

/** Whether a run is under way; what it has found is shown as soon as it ends. */
function useCleaning(): boolean {
  const client = useQueryClient();
  const cleaning = useRuns().data?.some((run) => !isOver(run)) ?? false;
  const before = useRef(cleaning);
  useEffect(() => {
    if (before.current && !cleaning) void client.invalidateQueries({ queryKey: ['quality'] });
    before.current = cleaning;
  }, [cleaning, client]);
  return cleaning;
}

function Kept({ rules, feeds }: { rules: RuleView[]; feeds: QualityCounts[] }) {
  const { t } = useTranslation('quality');
  const label = useLabel();
  const format = useFormat();
  const says = useCheckWords();
  const where = useWhere();
  const mayDefine = useMayRule();
  const save = useSaveRule();
  const remove = useDeleteRule();
  const { message } = App.useApp();
  const upkeep = useUpkeep();
  const careOf = ({ id }: RuleView) =>
    upkeep.data?.find((one) => one.of === 'rule' && one.key === id);
  const wanted = useSought();
  const shown = rules.filter((rule) =>
    `${label(rule.label)}\n${says(rule.check)}\n${where(rule)}`.toLowerCase().includes(wanted),
  );
  const paged = usePaged(shown, { found: (rule) => rule.found });
  const put = ({ id, label: name, rows, source, feed, severity, check }: RuleView, on: boolean) =>
    save.mutate(
      {
        id,
        label: name.zh,
        english: name.en,
        rule: {
          rows,
          ...(source ? { source } : {}),
          ...(feed ? { feed } : {}),
          severity,
          on,
          check,
        },
      },
      { onSuccess: () => void message.success(t(on ? 'rules.switchedOn' : 'rules.switchedOff')) },
    );
  return (
    <>
      <Complaint error={save.error ?? remove.error} />
      <ListSearch of={rules.length} label={t('rules.search')} />
      <Panel flush>
        <DataTable<RuleView>
          bare
          {...paged}
          empty={<Empty title={t('rules.noneSuch')} />}
          rowKey={(rule) => rule.id}
          minWidth={1140}
          label={t('rules.title')}
          columns={[
            {
              key: 'label',
              title: t('rules.name'),
              card: 'title',
              width: 200,
              render: (rule) =>
                mayDefine ? (
                  <Link to={`/quality/rules/${encodeURIComponent(rule.id)}`}>
                    {label(rule.label)}
                  </Link>
                ) : (
                  label(rule.label)
                ),
            },
            {
              key: 'says',
              title: t('rules.says'),
              card: 'wide',
              render: (rule) => says(rule.check),
            },
            { key: 'rows', title: t('rules.rows'), width: 180, render: where },
            {
              key: 'severity',
              title: t('rules.severity'),
              width: 100,
              render: (rule) => (
                <Tag color={COLOURS[rule.severity]}>{t(`severity.${rule.severity}`)}</Tag>
              ),
            },
            {
              key: 'found',
              title: t('rules.found'),
              sortable: true,
              number: true,
              width: 110,
              render: (rule) =>
                rule.found > 0 && knows(feeds, rule) ? (
                  <Link
                    to={`/quality?what=${whatOf(rule.severity)}&reason=rule:${rule.id}#quarantine`}
                  >
                    {format.full(rule.found)}
                  </Link>
                ) : rule.on ? (
                  format.full(rule.found)
                ) : (
                  '—'
                ),
            },
            {
              key: 'owner',
              title: t('rules.owner'),
              width: 100,
              render: (rule) => label(careOf(rule)?.ownerName ?? rule.owner),
            },
            {
              key: 'review',
              title: t('upkeep.reviewOn'),
              width: 210,
              render: (rule) => (
                <span className={css.acts}>
                  <ReviewDay care={careOf(rule)} />
                  <CareActs of="rule" id={rule.id} name={label(rule.label)} care={careOf(rule)} />
                </span>
              ),
            },
            ...(mayDefine
              ? [
                  {
                    key: 'on',
                    title: t('rules.on'),
                    width: 130,
                    render: (rule: RuleView) => (
                      <span className={css.acts}>
                        <Switch
                          size="small"
                          checked={rule.on}
                          loading={save.isPending && save.variables.id === rule.id}
                          aria-label={t('rules.switch', { name: label(rule.label) })}
                          onChange={(on) => put(rule, on)}
                        />
                        <Popconfirm
                          title={t('rules.deleteAsk')}
                          description={t('rules.deleteText')}
                          okText={t('rules.delete')}
                          cancelText={t('rules.keep')}
                          onConfirm={() => remove.mutate(rule.id)}
                        >
                          <Button type="text" size="small">
                            {t('rules.delete')}
                          </Button>
                        </Popconfirm>
                      </span>
                    ),
                  },
                ]
              : []),
          ]}
        />
      </Panel>
    </>
  );
}

const COLOURS = { remind: 'gold', cap: 'blue', quarantine: 'red' } as const;

const LISTS = { remind: 'reminders', cap: 'capped', quarantine: 'rows' } as const;

/** The list on the quality page where what a rule finds stands. */
export const whatOf = (severity: RuleView['severity']): string => LISTS[severity];

const knows = (feeds: QualityCounts[], rule: RuleView) =>
  feeds.some((feed) => feed.byReason.some((one) => one.reason === `rule:${rule.id}`));
