import { Segmented } from 'antd';
import { useState } from 'react';
import type { MatchQuality } from '#api';
import { DataTable, useFormat, useLabel, useTranslation } from '#shell';
import { useSourceNames } from '#source';
import css from './quality.module.css';

type Of = 'records' | 'customers';

/** By what the records and customers of each source can be known at all. */
export function Coverage({ quality }: { quality: MatchQuality }) {
  const { t } = useTranslation('identity');
  const format = useFormat();
  const label = useLabel();
  const sourceName = useSourceNames();
  const [of, setOf] = useState<Of>('records');
  const held = quality.idTypes.filter(({ idType }) =>
    quality.coverage.some((row) => row.held.some((one) => one.idType === idType && one.records)),
  );
  return (
    <>
      <div className={css.switch}>
        <Segmented<Of>
          value={of}
          aria-label={t('quality.shareOf')}
          options={[
            { value: 'records', label: t('quality.ofRecords') },
            { value: 'customers', label: t('quality.ofCustomers') },
          ]}
          onChange={setOf}
        />
      </div>
      <DataTable
        bare
        rows={quality.coverage}
        rowKey={(row) => row.source || '*'}
        columns={[
          {
            key: 'source',
            title: t('source'),
            render: (row) =>
              row.source ? sourceName(row.source) : <b>{t('quality.allSources')}</b>,
          },
          {
            key: 'of',
            title: t(of),
            number: true,
            render: (row) => format.full(row[of]),
          },
          ...held.map((type) => ({
            key: type.idType,
            title: label(type.label),
            number: true,
            render: (row: MatchQuality['coverage'][number]) => {
              const n = row.held.find((one) => one.idType === type.idType)?.[of] ?? 0;
              return n === 0 ? (
                <span className={css.quiet}>—</span>
              ) : (
                <span title={format.full(n)}>{format.percent(n / row[of])}</span>
              );
            },
          })),
        ]}
      />
    </>
  );
}
