import { useQueries } from '@tanstack/react-query';
import { Button } from 'antd';
import { useEffect, useReducer, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FileLook, Mapping } from '#api';
import { WizardPage } from '#shell';
import { checkQuery, suggestionQuery, upload, useImport, useSources, useStandard } from '../api';
import { CheckStep } from './CheckStep';
import { ChooseStep } from './ChooseStep';
import { FileRail } from './FileRail';
import { gaps, isRead, layoutOf, reduce, type Job } from './job';
import { LookStep } from './LookStep';
import { MapStep } from './MapStep';
import { MappingFile } from './MappingFile';
import { guessOrigin, PRESETS } from './origins';
import rail from './rail.module.css';
import { RunStep } from './RunStep';
import { checkStanding, lookStanding, mapStanding } from './standing';
import { take, type Offered } from './tray';

const STEPS = ['choose', 'look', 'map', 'check', 'run'] as const;
type Step = (typeof STEPS)[number];

let keys = 0;

/** From dropped files to customers: choose, look, map, check, import. */
export function ImportPage() {
  const { t } = useTranslation('source');
  const [jobs, dispatch] = useReducer(reduce, []);
  const [step, setStep] = useState<Step>('choose');
  const [chosen, setChosen] = useState<number | null>(null);
  const mandatory = useMandatory();
  const imports = useImport();
  const { data: known = [] } = useSources();
  const ready = jobs.filter(isRead);
  const job = ready.find((one) => one.key === chosen) ?? ready[0];

  const add = (offered: Offered[]) => {
    const guess = (name: string, columns: FileLook['columns']) => guessOrigin(name, columns, known);
    const added = offered.map(({ file, source }) => {
      const preset = PRESETS.find((one) => one.source === source);
      return { file, job: newJob(file, preset ?? guess(file.name, []), preset !== undefined) };
    });
    dispatch({ type: 'add', jobs: added.map((one) => one.job) });
    for (const one of added) {
      const { key } = one.job;
      upload(one.file).then(
        (taken) =>
          dispatch({
            type: 'taken',
            key,
            upload: taken,
            keys: taken.more.map(() => ++keys),
            guess,
          }),
        (error: unknown) => dispatch({ type: 'refused', key, error }),
      );
    }
  };
  const latest = useRef(add);
  useEffect(() => latest.current(take()), []);

  const suggestions = useQueries({
    queries: ready.map((one) => {
      const layout = layoutOf(one);
      return {
        ...suggestionQuery(one.upload.id, one.origin?.source ?? '', layout),
        // Once the import has begun the upload is spent: there is nothing to ask about it any more.
        enabled: (step === 'map' || step === 'check') && one.origin !== null && !one.mapping,
      };
    }),
  });
  /** What stands for each file: what the person made of it, else what was suggested. */
  const mappings = ready.map((one, i): Mapping | null => {
    if (one.mapping) return one.mapping;
    const suggested = suggestions[i]?.data;
    return suggested && one.origin ? { ...suggested, ...one.origin } : null;
  });
  const checks = useQueries({
    queries: ready.map((one, i) => {
      const mapping = mappings[i];
      return {
        // Never asked without a mapping; the query only needs one to be named by.
        ...checkQuery(one.upload.id, mapping ?? ({} as Mapping)),
        enabled: step === 'check' && !!mapping,
      };
    }),
  });
  const standings = ready.map((one, i) =>
    step === 'look'
      ? lookStanding(one)
      : step === 'map'
        ? mapStanding(mappings[i] ?? null, suggestions[i]?.isError ?? false, mandatory)
        : checkStanding(checks[i]?.data, checks[i]?.isError ?? false),
  );
  const place = job ? ready.indexOf(job) : -1;
  const here = mappings[place] ?? null;

  const refused = jobs.filter((one) => one.error !== null);
  const blocked: Record<Step, boolean> = {
    choose: ready.length === 0 || jobs.length > ready.length || ready.some((one) => !one.origin),
    look: false,
    map: mappings.some((mapping) => !mapping || gaps(mapping, mandatory).length > 0),
    check:
      mappings.includes(null) ||
      standings.some((one) => one.state === 'fault' || one.state === 'wait'),
    run: true,
  };
  const go = (to: Step) => {
    setStep(to);
    setChosen(null);
    window.scrollTo({ top: 0 });
  };
  const start = (again: boolean) => {
    const pieces = ready.flatMap((one, i) => {
      const mapping = mappings[i];
      return mapping ? [{ upload: one.upload.id, mapping }] : [];
    });
    imports.mutate({ pieces, again });
    go('run');
  };
  const next =
    step === 'check' ? () => start(false) : () => go(STEPS[STEPS.indexOf(step) + 1] ?? 'run');

  return (
    <WizardPage
      title={t('wizard.title')}
      up={{ to: '/sources', label: t('title') }}
      steps={STEPS.map((key) => ({ key, title: t(`wizard.${key}`), hint: t(`wizard.${key}Hint`) }))}
      current={step}
      onStep={step === 'run' ? undefined : (key) => go(key as Step)}
      next={
        step === 'run'
          ? undefined
          : {
              label: t(step === 'check' ? 'wizard.import' : 'wizard.next'),
              onClick: next,
              disabled: blocked[step],
            }
      }
      note={
        blocked[step] && step !== 'run' && jobs.length > 0 ? (
          refused.length > 0 ? (
            <>
              {t('wizard.refusedNote', { n: refused.length })}
              <Button
                type="link"
                onClick={() => refused.forEach(({ key }) => dispatch({ type: 'remove', key }))}
              >
                {t('wizard.removeRefused')}
              </Button>
            </>
          ) : (
            t(`wizard.${step}Note`)
          )
        ) : undefined
      }
      extra={
        step === 'map' && job && here ? (
          <MappingFile
            job={job}
            mapping={here}
            onLoad={(mapping) => dispatch({ type: 'mapping', key: job.key, mapping })}
          />
        ) : undefined
      }
    >
      {step === 'choose' && (
        <ChooseStep
          jobs={jobs}
          onFiles={(files) => add(files.map((file) => ({ file })))}
          act={dispatch}
        />
      )}
      {step !== 'choose' && step !== 'run' && job && (
        <div className={ready.length > 1 ? rail.split : undefined}>
          {ready.length > 1 && (
            <FileRail jobs={ready} standings={standings} chosen={job.key} onChoose={setChosen} />
          )}
          <div>
            {step === 'look' && <LookStep key={job.key} job={job} act={dispatch} />}
            {step === 'map' && (
              <MapStep
                key={job.key}
                job={job}
                mapping={here}
                query={suggestions[place]}
                act={dispatch}
              />
            )}
            {step === 'check' && here && <CheckStep key={job.key} job={job} mapping={here} />}
            {ready.length > 1 && (
              <Button
                type="link"
                className={rail.leave}
                onClick={() => {
                  dispatch({ type: 'remove', key: job.key });
                  setChosen(null);
                }}
              >
                {t('rail.leaveOut', { name: job.name })}
              </Button>
            )}
          </div>
        </div>
      )}
      {step === 'run' && (
        <RunStep
          names={ready.map((one) => one.name)}
          run={imports.data ?? null}
          error={imports.error}
          onBack={() => {
            imports.reset();
            go('check');
          }}
          onAgain={() => start(true)}
          onSkip={(names) => {
            const left = new Set(names);
            ready
              .filter((one) => left.has(one.name))
              .forEach((one) => dispatch({ type: 'remove', key: one.key }));
            imports.reset();
            go('check');
          }}
        />
      )}
    </WizardPage>
  );
}

function newJob(file: File, origin: Job['origin'], told: boolean): Job {
  return {
    key: ++keys,
    name: file.name,
    bytes: file.size,
    upload: null,
    error: null,
    origin,
    told,
    layout: null,
    mapping: null,
  };
}

/** The fields that rows of an entity must have. */
function useMandatory(): (entity: string) => string[] {
  const { data } = useStandard();
  return (entity) =>
    data
      ?.find((one) => one.name === entity)
      ?.fields.filter((field) => field.mandatory)
      .map((field) => field.key) ?? [];
}
