import { Alert, App, Button, Input, type InputRef } from 'antd';
import { useEffect, useMemo, useReducer, useRef, useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { faultsAt, type Condition, type SegmentView } from '#api';
import {
  canvasOf,
  ConditionBuilder,
  CountPanel,
  draftWords,
  edit,
  empty,
  inAddress,
  read,
  Sentence,
  Tokens,
  useCount,
  useSpeech,
  useVocabulary,
  write,
} from '#condition';
import {
  Await,
  BuilderPage,
  Complaint,
  Page,
  useDelayed,
  useFormat,
  useLabel,
  useNarrow,
  useRight,
  useTranslation,
} from '#shell';
import { useSaveSegment } from '../api';
import css from '../segment.module.css';
import { faultsByRule } from './faults';
import { Presets } from './Presets';
import { Sample } from './Sample';

interface Props {
  title: string;
  initial: Condition | null;
  segment?: SegmentView;
}

/** The canvas at the left, at the right who that is, counted while one clicks. */
export function Builder(props: Props) {
  const { t } = useTranslation('segment');
  const vocabulary = useVocabulary();
  const { initial, title } = props;
  const drawn = useMemo(() => (initial ? read(initial) : empty), [initial]);
  const up = { to: '/segments', label: t('title') };
  if (drawn === null && initial)
    return (
      <Page title={title} up={up}>
        <Alert type="info" showIcon title={t('builder.undrawable')} />
        <p>
          <Sentence condition={initial} />
        </p>
      </Page>
    );
  if (!vocabulary.data)
    return (
      <Page title={title} up={up}>
        <Await query={vocabulary}>{() => null}</Await>
      </Page>
    );
  return <Canvas {...props} />;
}

function Canvas({ title, initial, segment }: Props) {
  const { t } = useTranslation('segment');
  const label = useLabel();
  const format = useFormat();
  const speech = useSpeech();
  const narrow = useNarrow();
  const mayDefine = useRight('DEFINE');
  const navigate = useNavigate();
  const { message } = App.useApp();
  const [canvas, dispatch] = useReducer(edit, initial, (condition) =>
    canvasOf((condition && read(condition)) ?? empty),
  );
  const [name, setName] = useState(segment ? label(segment.label) : '');
  const [missesName, setMissesName] = useState(false);
  const nameInput = useRef<InputRef>(null);
  const { condition, gaps, places } = useMemo(() => write(canvas.draft), [canvas.draft]);
  const asked = useDelayed(condition, 300);
  useKeptInAddress(asked);
  const count = useCount(asked);
  const save = useSaveSegment(segment?.id);
  const faults = faultsByRule(places, save.error ?? count.error);
  const nameFault = faultsAt(save.error, 'label')[0]?.message;
  const isEmpty = canvas.draft.of.length === 0;

  const keep = () => {
    if (name.trim() === '') {
      setMissesName(true);
      nameInput.current?.focus();
      return;
    }
    save.mutate(
      { label: name.trim(), condition },
      {
        onSuccess: (kept) => {
          void message.success(t('builder.saved'));
          void navigate(`/segments/${encodeURIComponent(kept.id)}`);
        },
      },
    );
  };
  const saveButton = mayDefine && (
    <Button
      type="primary"
      block={!narrow}
      disabled={gaps.length > 0}
      loading={save.isPending}
      onClick={keep}
    >
      {t(segment ? 'builder.saveChange' : 'builder.save')}
    </Button>
  );
  return (
    <BuilderPage
      title={title}
      up={
        segment
          ? { to: `/segments/${encodeURIComponent(segment.id)}`, label: label(segment.label) }
          : { to: '/segments', label: t('title') }
      }
      actions={
        <>
          <Button disabled={canvas.past.length === 0} onClick={() => dispatch({ do: 'undo' })}>
            {t('builder.undo')}
          </Button>
          <Button disabled={canvas.future.length === 0} onClick={() => dispatch({ do: 'redo' })}>
            {t('builder.redo')}
          </Button>
        </>
      }
      preview={
        <>
          <CountPanel query={count} />
          {!narrow && (
            <div className={css.save}>
              {saveButton}
              {gaps.length > 0 && (
                <p className={css.gaps}>{t('builder.gaps', { n: format.full(gaps.length) })}</p>
              )}
              {nameFault === undefined && <Complaint error={save.error} />}
            </div>
          )}
          <Sample condition={asked} />
        </>
      }
    >
      {mayDefine && (
        <div className={css.nameBox}>
          <Input
            ref={nameInput}
            variant="underlined"
            className={css.name}
            value={name}
            maxLength={80}
            placeholder={t('builder.name')}
            aria-label={t('builder.name')}
            status={missesName || nameFault ? 'error' : undefined}
            onChange={(event) => {
              setName(event.target.value);
              setMissesName(false);
              if (save.error) save.reset();
            }}
          />
          {(missesName || nameFault !== undefined) && (
            <p className={css.nameFault} role="alert">
              {nameFault ?? t('builder.nameMissing')}
            </p>
          )}
        </div>
      )}
      <ConditionBuilder canvas={canvas} dispatch={dispatch} faults={faults} gaps={gaps} />
      <p className={css.sentence} aria-live="polite">
        <span className={css.sentenceLabel}>{t('builder.inWords')}</span>
        <Tokens tokens={draftWords(canvas.draft, speech)} />
      </p>
      {isEmpty && (
        <Presets
          onChoose={(chosen) => {
            const draft = read(chosen);
            if (draft) dispatch({ do: 'replace', draft });
          }}
        />
      )}
      {narrow && (
        <div className={css.bar}>
          <span className={css.barCount} aria-live="polite">
            {count.data
              ? t('builder.barCount', {
                  n: format.full(count.data.count),
                  share: format.percent(
                    count.data.of > 0 ? count.data.count / count.data.of : null,
                  ),
                })
              : '…'}
            {gaps.length > 0 && (
              <span className={css.gaps}>{t('builder.gaps', { n: format.full(gaps.length) })}</span>
            )}
          </span>
          {saveButton}
        </div>
      )}
      {narrow && nameFault === undefined && <Complaint error={save.error} />}
    </BuilderPage>
  );
}

/** The address follows the canvas, so that it can be sent to somebody and survives a reload. */
function useKeptInAddress(condition: Condition) {
  const [, setSearch] = useSearchParams();
  const text = inAddress(condition);
  const first = useRef(text);
  useEffect(() => {
    if (text === first.current) return;
    first.current = '';
    setSearch(
      (now) => {
        now.set('who', text);
        return now;
      },
      { replace: true },
    );
  }, [text, setSearch]);
}
