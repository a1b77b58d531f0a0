import { App, Checkbox, Input, Modal, Segmented } from 'antd';
import { useState } from 'react';
import type { Mend, QuarantineRow, RepairTrial } from '#api';
import { Complaint, ErrorState, Loading, useDelayed, useFormat, useTranslation } from '#shell';
import { useFeedNames, useFieldNames, useSourceNames } from '#source';
import css from '../quality.module.css';
import { useRepair, useRepairTrial } from './api';
import { EMPTY, mendOf, type Draft, type Way } from './mend';
import { Outcomes } from './Outcomes';

const WAYS: Way[] = ['replace', 'all', 'each'];

/** All values that were refused for one reason, mended together; what would come of it is shown before. */
export function RepairDialog({ row, onClose }: { row: QuarantineRow; onClose: () => void }) {
  const { t } = useTranslation('quality');
  const format = useFormat();
  const sourceName = useSourceNames();
  const feedName = useFeedNames();
  const fieldName = useFieldNames();
  const { message } = App.useApp();
  const [draft, setDraft] = useState(EMPTY);
  const change = (part: Partial<Draft>) => setDraft((now) => ({ ...now, ...part }));
  const mend = mendOf(draft);
  const tried = useDelayed(JSON.stringify(mend), 400);
  const where = {
    source: row.source,
    feed: row.feed,
    field: row.field ?? '',
    reason: row.reason,
  };
  const trial = useRepairTrial({ ...where, mend: JSON.parse(tried) as Mend });
  const repair = useRepair();
  const fresh = tried === JSON.stringify(mend) && !trial.isPlaceholderData;
  const rows = trial.data?.rows ?? 0;
  return (
    <Modal
      open
      width={760}
      title={t('repair.title', {
        field: fieldName(row.field),
        feed: `${sourceName(row.source)} · ${feedName(row.source, row.feed)}`,
      })}
      okText={rows > 0 ? t('repair.save', { n: format.full(rows) }) : t('repair.saveNone')}
      cancelText={t('correct.cancel')}
      okButtonProps={{ disabled: !fresh || rows === 0, loading: repair.isPending }}
      onCancel={onClose}
      onOk={() =>
        repair.mutate(
          { ...where, mend },
          {
            onSuccess: () => {
              void message.success(t('repair.saved'));
              onClose();
            },
          },
        )
      }
    >
      <div className={css.dismissal}>
        <p>{row.message}</p>
        <Segmented
          block
          value={draft.way}
          aria-label={t('repair.way')}
          options={WAYS.map((value) => ({ value, label: t(`repair.ways.${value}`) }))}
          onChange={(way: Way) => change({ way })}
        />
        <Boxes draft={draft} change={change} />
        {trial.error ? (
          <ErrorState error={trial.error} />
        ) : trial.data ? (
          <div className={fresh ? undefined : css.stale} aria-busy={!fresh} aria-live="polite">
            <Sum trial={trial.data} />
            <Outcomes
              trial={trial.data}
              each={draft.way === 'each' ? draft.each : undefined}
              onEach={(was, becomes) => change({ each: { ...draft.each, [was]: becomes } })}
            />
          </div>
        ) : (
          <Loading rows={4} />
        )}
        <p className={css.quiet}>{t('repair.text')}</p>
      </div>
      <Complaint error={repair.error} />
    </Modal>
  );
}

function Boxes({ draft, change }: { draft: Draft; change: (part: Partial<Draft>) => void }) {
  const { t } = useTranslation('quality');
  if (draft.way === 'each') return <p className={css.quiet}>{t('repair.eachText')}</p>;
  if (draft.way === 'replace')
    return (
      <span className={css.pair}>
        <label className={css.field}>
          <span>{t('repair.find')}</span>
          <Input
            value={draft.find}
            placeholder={t('repair.findHint')}
            onChange={(event) => change({ find: event.target.value })}
          />
        </label>
        <label className={css.field}>
          <span>{t('repair.with')}</span>
          <Input
            value={draft.with}
            placeholder={t('repair.withHint')}
            onChange={(event) => change({ with: event.target.value })}
          />
        </label>
      </span>
    );
  return (
    <>
      <label className={css.field}>
        <span>{t('repair.becomes')}</span>
        <Input
          value={draft.becomes}
          disabled={draft.emptied}
          maxLength={2000}
          onChange={(event) => change({ becomes: event.target.value })}
        />
      </label>
      <Checkbox
        checked={draft.emptied}
        onChange={(event) => change({ emptied: event.target.checked })}
      >
        {t('repair.emptied')}
      </Checkbox>
    </>
  );
}

/** In one sentence: how many rows come back, and how many are read otherwise in all. */
function Sum({ trial }: { trial: RepairTrial }) {
  const { t } = useTranslation('quality');
  const format = useFormat();
  const { refused, mended, rows, empty, more } = trial;
  return (
    <p>
      {rows === 0
        ? t('repair.sumNothing', { refused: format.full(refused) })
        : t('repair.sum', { refused: format.full(refused), mended: format.full(mended) })}
      {rows > 0 && rows !== mended && t('repair.sumRows', { rows: format.full(rows) })}
      {empty > 0 && t('repair.sumEmpty', { n: format.full(empty) })}
      {more > 0 && t('repair.sumMore', { n: format.full(more) })}
    </p>
  );
}
