import { Alert, Modal, Radio, Select } from 'antd';
import { useMemo, useState } from 'react';
import type { SegmentView } from '#api';
import { isSegment, useLexicon } from '#condition';
import { Complaint, useFormat, useLabel, useTranslation } from '#shell';
import { useExport } from './api';
import css from './segment.module.css';

/** Excel's own limit, without the head. */
const MOST_XLSX = 1_048_575;

const USUAL = ['name', 'phone', 'city', 'level', 'orders', 'net_revenue', 'last_order_day'];

/** A segment as a file: which columns, which format, how many rows; masked stays masked. */
export function ExportDialog({
  segment,
  open,
  onClose,
}: {
  segment: SegmentView;
  open: boolean;
  onClose: () => void;
}) {
  const { t } = useTranslation('segment');
  const format = useFormat();
  const { groups, personal, usual } = useColumns();
  const [chosen, setChosen] = useState<string[] | null>(null);
  const [as, setAs] = useState<'xlsx' | 'csv'>('xlsx');
  const download = useExport(segment.id);
  const columns = chosen ?? usual;
  const tooLong = segment.size > MOST_XLSX;
  const file = tooLong ? 'csv' : as;
  const hidden = columns.flatMap((column) => personal.get(column) ?? []);
  return (
    <Modal
      title={t('export.title')}
      open={open}
      okText={t('export.yes')}
      cancelText={t('cancel')}
      okButtonProps={{ disabled: columns.length === 0, loading: download.isPending }}
      onOk={() => download.mutate({ format: file, columns }, { onSuccess: onClose })}
      onCancel={onClose}
      afterOpenChange={(shown) => shown && download.reset()}
    >
      <div className={css.form}>
        <span>{t('export.rows', { n: format.full(segment.size) })}</span>
        <label htmlFor="export-columns">{t('export.columns')}</label>
        <Select<string[]>
          id="export-columns"
          mode="multiple"
          value={columns}
          onChange={setChosen}
          options={groups}
          showSearch={{ optionFilterProp: 'label' }}
          placeholder={t('export.choose')}
        />
        <span id="export-format">{t('export.format')}</span>
        <Radio.Group
          aria-labelledby="export-format"
          value={file}
          onChange={(event) => setAs(event.target.value as 'xlsx' | 'csv')}
          options={[
            { value: 'xlsx', label: t('export.xlsx'), disabled: tooLong },
            { value: 'csv', label: t('export.csv') },
          ]}
        />
        {tooLong && (
          <p className={css.quiet}>{t('export.tooLong', { n: format.full(MOST_XLSX) })}</p>
        )}
        {hidden.length > 0 && (
          <Alert
            type="warning"
            showIcon
            title={t('export.masked', { columns: hidden.join(t('comma')) })}
          />
        )}
        <p className={css.quiet}>{t('export.audit')}</p>
        <Complaint error={download.error} />
      </div>
    </Modal>
  );
}

/** The columns on offer: fields of the customer, then tags; and which hold personal data. */
function useColumns() {
  const { t } = useTranslation('segment');
  const label = useLabel();
  const { vocabulary } = useLexicon();
  return useMemo(() => {
    const facts = vocabulary.attributes.map((field) => ({
      value: field.key.replace(/^customer\./, ''),
      label: label(field.label),
      personal: field.sensitivity.toLowerCase() !== 'open',
    }));
    const tags = vocabulary.traits
      .filter((one) => !isSegment(one.trait))
      .map((one) => ({ value: one.trait, label: label(one.label) }));
    const options = (list: { value: string; label: string }[]) =>
      list.map((one) => ({ value: one.value, label: one.label }));
    return {
      groups: [
        { label: t('export.facts'), options: options(facts) },
        { label: t('export.tags'), options: options(tags) },
      ].filter((group) => group.options.length > 0),
      personal: new Map(facts.filter((one) => one.personal).map((one) => [one.value, one.label])),
      usual: USUAL.filter((name) => facts.some((one) => one.value === name)),
    };
  }, [vocabulary, label, t]);
}
