import { App, Button, Input, Modal, Radio } from 'antd';
import { useId, useState, type Key } from 'react';
import { useNavigate } from 'react-router';
import type { CustomersChosen } from '#api';
import { Complaint, useFormat, useRight, useTranslation } from '#shell';
import { useExportCustomers, useKeepCustomers } from './api';
import { fileColumns, searchOf, type Filters } from './filters';
import css from './profile.module.css';

/** Excel's own limit, without the head. */
const MOST_XLSX = 1_048_575;

interface Props {
  selected: Key[];
  total: number;
  filters: Filters;
  onClear: () => void;
}

/** What can be done with the customers ticked, or with all that were found. */
export function BulkBar({ selected, total, filters, onClear }: Props) {
  const { t } = useTranslation('profile');
  const format = useFormat();
  const [all, setAll] = useState(false);
  const [keeps, setKeeps] = useState(false);
  const [exports, setExports] = useState(false);
  const mayDefine = useRight('DEFINE');
  const mayExport = useRight('EXPORT');
  const size = all ? total : selected.length;
  const customers: CustomersChosen = all
    ? { search: searchOf({ ...filters, columns: null, offset: 0 }) }
    : { ids: selected.map(Number) };
  return (
    <div className={css.bulk} role="group" aria-label={t('bulk.label')}>
      <strong aria-live="polite">
        {t(all ? 'bulk.all' : 'bulk.chosen', { n: format.full(size) })}
      </strong>
      {total > selected.length && (
        <Button type="link" size="small" onClick={() => setAll(!all)}>
          {all
            ? t('bulk.onlyChosen', { n: format.full(selected.length) })
            : t('bulk.takeAll', { n: format.full(total) })}
        </Button>
      )}
      {mayDefine && (
        <Button size="small" type="primary" onClick={() => setKeeps(true)}>
          {t('bulk.keep')}
        </Button>
      )}
      {mayExport && (
        <Button size="small" onClick={() => setExports(true)}>
          {t('bulk.export')}
        </Button>
      )}
      <Button size="small" type="text" onClick={onClear}>
        {t('bulk.clear')}
      </Button>
      <KeepDialog open={keeps} size={size} customers={customers} onClose={() => setKeeps(false)} />
      <ExportDialog
        open={exports}
        size={size}
        customers={customers}
        columns={fileColumns(filters.columns)}
        onClose={() => setExports(false)}
      />
    </div>
  );
}

interface Dialog {
  open: boolean;
  size: number;
  customers: CustomersChosen;
  onClose: () => void;
}

function KeepDialog({ open, size, customers, onClose }: Dialog) {
  const { t } = useTranslation('profile');
  const format = useFormat();
  const navigate = useNavigate();
  const { message } = App.useApp();
  const id = useId();
  const [name, setName] = useState('');
  const keep = useKeepCustomers();
  return (
    <Modal
      title={t('bulk.keepTitle')}
      open={open}
      okText={t('bulk.keep')}
      cancelText={t('bulk.cancel')}
      okButtonProps={{ disabled: name.trim() === '', loading: keep.isPending }}
      onCancel={onClose}
      onOk={() =>
        keep.mutate(
          { label: name.trim(), customers },
          {
            onSuccess: (made) => {
              void message.success(t('bulk.kept'));
              void navigate(`/segments/${encodeURIComponent(made.id)}`);
            },
          },
        )
      }
      afterOpenChange={(shown) => shown && keep.reset()}
    >
      <div className={css.dialog}>
        <p>{t('bulk.keepText', { n: format.full(size) })}</p>
        <label htmlFor={id}>{t('bulk.name')}</label>
        <Input
          id={id}
          value={name}
          maxLength={60}
          onChange={(event) => setName(event.target.value)}
        />
        <Complaint error={keep.error} />
      </div>
    </Modal>
  );
}

function ExportDialog({ open, size, customers, columns, onClose }: Dialog & { columns: string[] }) {
  const { t } = useTranslation('profile');
  const format = useFormat();
  const [as, setAs] = useState<'xlsx' | 'csv'>('xlsx');
  const download = useExportCustomers();
  const tooLong = size > MOST_XLSX;
  const file = tooLong ? 'csv' : as;
  return (
    <Modal
      title={t('bulk.exportTitle')}
      open={open}
      okText={t('bulk.export')}
      cancelText={t('bulk.cancel')}
      okButtonProps={{ loading: download.isPending }}
      onCancel={onClose}
      onOk={() => download.mutate({ format: file, columns, customers }, { onSuccess: onClose })}
      afterOpenChange={(shown) => shown && download.reset()}
    >
      <div className={css.dialog}>
        <p>{t('bulk.exportText', { n: format.full(size) })}</p>
        <Radio.Group
          aria-label={t('bulk.format')}
          value={file}
          onChange={(event) => setAs(event.target.value as 'xlsx' | 'csv')}
          options={[
            { value: 'xlsx', label: 'Excel（.xlsx）', disabled: tooLong },
            { value: 'csv', label: 'CSV' },
          ]}
        />
        <p className={css.found}>{t('bulk.masked')}</p>
        <Complaint error={download.error} />
      </div>
    </Modal>
  );
}
