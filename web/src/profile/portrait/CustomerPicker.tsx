import { Select } from 'antd';
import { useState } from 'react';
import { useDelayed, useFormat, useTranslation } from '#shell';
import { useCustomer, useCustomers } from '../api';
import { factOf, written } from './summary';

/** How many are offered to choose from. */
const FEW = 8;

/** Finds one customer by name, phone, card or number. */
export function CustomerPicker({
  value,
  without,
  onChange,
}: {
  value: number | null;
  /** Who is not offered. */
  without?: number;
  onChange: (customer: number | null) => void;
}) {
  const { t } = useTranslation('profile');
  const [typed, setTyped] = useState('');
  const text = useDelayed(typed, 300);
  const found = useCustomers({ text, offset: 0, limit: FEW }, text !== '');
  const rows = text === '' ? [] : (found.data?.rows ?? []).filter(({ id }) => id !== without);
  const options = rows.map(({ id, name, phone, city }) => ({
    value: id,
    label: [name ?? t('nameless', { id }), id, phone, city].filter(Boolean).join(' · '),
  }));
  return (
    <Select<number>
      value={value}
      allowClear
      placeholder={t('decide.other')}
      aria-label={t('decide.other')}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      loading={found.isFetching}
      status={found.error ? 'error' : undefined}
      notFoundContent={t(text === '' || found.isFetching ? 'decide.type' : 'decide.nobody')}
      options={options}
      labelRender={({ label, value: id }) => label ?? <Called id={Number(id)} />}
      onChange={(id: number | undefined) => onChange(id ?? null)}
    />
  );
}

/** Who was chosen before anybody was looked for. */
function Called({ id }: { id: number }) {
  const { t } = useTranslation('profile');
  const format = useFormat();
  const { data } = useCustomer(String(id));
  if (!data) return <>{id}</>;
  const name = written(factOf(data.facts, 'name')?.value, format);
  return <>{[name ?? t('nameless', { id }), name && id].filter(Boolean).join(' · ')}</>;
}
