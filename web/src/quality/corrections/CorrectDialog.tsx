import { App, Button, Input, Modal, Radio } from 'antd';
import { useState } from 'react';
import type { LandedCell, LandedRow, QuarantineRow } from '#api';
import { Await, Complaint, useFormat, useTranslation } from '#shell';
import { useFieldNames } from '#source';
import { useCorrect, useLandedCells } from '../api';
import css from '../quality.module.css';
import { wantedOf, type Edits, type Reach } from './edits';

/** The cells of one row as they came, each to be mended here, in this record, or wherever the same stands. */
export function CorrectDialog({ row, onClose }: { row: QuarantineRow; onClose: () => void }) {
  const { t } = useTranslation('quality');
  const { message } = App.useApp();
  const [edits, setEdits] = useState<Edits>({});
  const cells = useLandedCells(row);
  const correct = useCorrect();
  const wanted = cells.data ? wantedOf(row, cells.data, edits) : [];
  return (
    <Modal
      open
      title={t('correct.title', { line: row.line })}
      okText={t('correct.save')}
      cancelText={t('correct.cancel')}
      okButtonProps={{ disabled: wanted.length === 0, loading: correct.isPending }}
      onCancel={onClose}
      onOk={() =>
        correct.mutate(wanted, {
          onSuccess: () => {
            void message.success(t('correct.saved'));
            onClose();
          },
        })
      }
    >
      <p className={css.quiet}>{t('correct.text', { file: row.file })}</p>
      <p>{row.message}</p>
      <Await query={cells}>
        {(found) => (
          <Cells
            landed={found}
            field={row.field}
            edits={edits}
            onEdit={(heading, edit) => setEdits((now) => ({ ...now, [heading]: edit }))}
          />
        )}
      </Await>
      <Complaint error={correct.error} />
    </Modal>
  );
}

/** What is wrong at the top; the rest of the row folded, unless the row as a whole is refused. */
function Cells({
  landed,
  field,
  edits,
  onEdit,
}: {
  landed: LandedRow;
  field: string | undefined;
  edits: Edits;
  onEdit: (heading: string, edit: Edits[string]) => void;
}) {
  const { t } = useTranslation('quality');
  const { key, cells } = landed;
  const wrong = cells.filter((cell) => cell.field === field);
  const rest = cells.filter((cell) => cell.field !== field);
  const drawn = (some: readonly LandedCell[]) =>
    some.map((cell) => (
      <Cell
        key={cell.heading}
        cell={cell}
        wrong={cell.field === field}
        record={key}
        edit={edits[cell.heading]}
        onEdit={(edit) => onEdit(cell.heading, edit)}
      />
    ));
  if (wrong.length === 0) return <div className={css.cells}>{drawn(rest)}</div>;
  return (
    <div className={css.cells}>
      {drawn(wrong)}
      {rest.length > 0 && (
        <details>
          <summary className={css.rest}>{t('correct.rest', { n: rest.length })}</summary>
          <div className={css.restCells}>{drawn(rest)}</div>
        </details>
      )}
    </div>
  );
}

function Cell({
  cell,
  wrong,
  record,
  edit,
  onEdit,
}: {
  cell: LandedCell;
  wrong: boolean;
  /** By which the record is known again in another file, where the row says it. */
  record: string | undefined;
  edit: Edits[string] | undefined;
  onEdit: (edit: Edits[string]) => void;
}) {
  const { t } = useTranslation('quality');
  const format = useFormat();
  const fieldName = useFieldNames();
  const now = edit ?? { becomes: cell.value, reach: 'line' as Reach };
  const changed = now.becomes !== cell.value;
  const reaches: { value: Reach; label: string }[] = [
    { value: 'line', label: t('correct.line') },
    ...(record === undefined
      ? []
      : [{ value: 'record' as const, label: t('correct.record', { key: record }) }]),
    ...(cell.value !== '' && cell.same > 1
      ? [
          {
            value: 'everywhere' as const,
            label: t('correct.everywhere', { n: format.full(cell.same) }),
          },
        ]
      : []),
  ];
  return (
    <div className={css.cell}>
      <label className={css.field}>
        <span>{`${cell.heading} · ${fieldName(cell.field)}`}</span>
        <Input
          value={now.becomes}
          status={wrong && !changed ? 'error' : undefined}
          placeholder={t('empty')}
          maxLength={2000}
          onChange={(event) => onEdit({ ...now, becomes: event.target.value })}
        />
      </label>
      {cell.suggested !== undefined && now.becomes !== cell.suggested && (
        <Button
          type="link"
          size="small"
          onClick={() => onEdit({ ...now, becomes: cell.suggested ?? '' })}
        >
          {t('correct.suggested', { value: cell.suggested })}
        </Button>
      )}
      {changed && (
        <p className={css.quiet}>{t('correct.was', { value: cell.value || t('empty') })}</p>
      )}
      {changed && reaches.length > 1 && (
        <Radio.Group
          vertical
          aria-label={t('correct.reach')}
          value={now.reach}
          options={reaches}
          onChange={(event) => onEdit({ ...now, reach: event.target.value as Reach })}
        />
      )}
    </div>
  );
}
