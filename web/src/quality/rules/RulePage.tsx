import { App, Button, Input, Segmented } from 'antd';
import { useMemo, useState } from 'react';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import { isStatus, type Label, type Rule, type RuleView } from '#api';
import {
  Await,
  BuilderPage,
  Complaint,
  ErrorState,
  Panel,
  useDelayed,
  useLabel,
  useTranslation,
} from '#shell';
import { useRules, useRuleTrial, useSaveRule } from '../api';
import css from '../quality.module.css';
import { draftOf, EMPTY, ruleOf, severitiesFor, type Draft } from './draft';
import { RuleForm } from './RuleForm';
import { Trial } from './Trial';
import { useCheckWords } from './words';

/** A new rule; the address may bring a suggestion to begin with. */
export function NewRulePage() {
  const { t } = useTranslation('quality');
  const label = useLabel();
  const [search] = useSearchParams();
  const idea = useMemo(() => ideaOf(search.get('idea')), [search]);
  return (
    <Builder
      title={t('rules.new')}
      name={idea ? label(idea.label) : ''}
      initial={idea ? draftOf(idea.rule) : EMPTY}
    />
  );
}

function ideaOf(text: string | null): { label: Label; rule: Rule } | undefined {
  if (!text) return undefined;
  try {
    const idea = JSON.parse(text) as { label: Label; rule: Rule };
    draftOf(idea.rule);
    return idea;
  } catch {
    return undefined;
  }
}

export function EditRulePage() {
  const { id = '' } = useParams();
  const { t } = useTranslation('quality');
  const label = useLabel();
  return (
    <Await query={useRules(false)}>
      {(rules) => {
        const rule = rules.find((one) => one.id === id);
        return rule ? (
          <Builder
            key={rule.version}
            title={label(rule.label)}
            name={label(rule.label)}
            initial={draftOf(rule)}
            saved={rule}
          />
        ) : (
          <ErrorState error={new Error(t('rules.gone'))} />
        );
      }}
    </Await>
  );
}

function Builder({
  title,
  name: first,
  initial,
  saved,
}: {
  title: string;
  name: string;
  initial: Draft;
  saved?: RuleView;
}) {
  const { t } = useTranslation('quality');
  const label = useLabel();
  const says = useCheckWords();
  const navigate = useNavigate();
  const { message } = App.useApp();
  const [draft, setDraft] = useState(initial);
  const [name, setName] = useState(first);
  const save = useSaveRule();
  const rule = ruleOf(draft);
  const severities = severitiesFor(draft.kind);
  const severity = severities.includes(draft.severity) ? draft.severity : 'remind';
  const tried = useDelayed(JSON.stringify(rule ?? null), 400);
  const trial = useRuleTrial((JSON.parse(tried) as Rule | null) ?? undefined, saved?.id);
  // What may not be tried is not saved either; the trial says why.
  const refused = isStatus(trial.error, 403);
  const change = (part: Partial<Draft>) => setDraft((now) => ({ ...now, ...part }));
  const called = name.trim() || (rule ? says(rule.check) : '');
  const keep = () => {
    if (!rule) return;
    const kept = saved && called === label(saved.label);
    save.mutate(
      {
        ...(saved ? { id: saved.id } : {}),
        ...(kept ? { label: saved.label.zh, english: saved.label.en } : { label: called }),
        rule,
      },
      {
        onSuccess: () => {
          void message.success(t('rules.saved'));
          void navigate('/quality/rules');
        },
      },
    );
  };
  return (
    <BuilderPage
      title={title}
      up={{ to: '/quality/rules', label: t('rules.title') }}
      preview={<Trial rule={(JSON.parse(tried) as Rule | null) ?? undefined} id={saved?.id} />}
    >
      <Panel title={t('rules.what')}>
        <RuleForm draft={draft} change={change} />
      </Panel>
      <Panel title={t('rules.then')}>
        <div className={css.form}>
          <Segmented
            value={severity}
            disabled={severities.length === 1}
            aria-label={t('rules.severity')}
            options={severities.map((value) => ({ value, label: t(`severity.${value}`) }))}
            onChange={(severity) => change({ severity })}
          />
          <p className={css.quiet}>
            {draft.kind === 'unique' ? t('severity.uniqueText') : t(`severity.${severity}Text`)}
          </p>
          <label className={css.field}>
            <span>{t('rules.name')}</span>
            <Input
              value={name}
              maxLength={60}
              placeholder={called || t('rules.nameHint')}
              onChange={(event) => setName(event.target.value)}
            />
          </label>
          <Complaint error={save.error} />
          <div>
            <Button
              type="primary"
              disabled={!rule || refused}
              loading={save.isPending}
              onClick={keep}
            >
              {t(saved ? 'rules.saveChange' : 'rules.save')}
            </Button>
          </div>
        </div>
      </Panel>
    </BuilderPage>
  );
}
