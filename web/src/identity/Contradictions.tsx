import { Link } from 'react-router';
import { DataTable, Panel, useLabel, useTranslation } from '#shell';
import { useSourceNames } from '#source';
import { useContradictions } from './api';

const SHOWN = 4;

/** Identifiers that were not followed since a more trusted one speaks against it; else nothing. */
export function Contradictions() {
  const { t } = useTranslation('identity');
  const label = useLabel();
  const sourceName = useSourceNames();
  const { data: rows = [] } = useContradictions();
  if (rows.length === 0) return null;
  return (
    <Panel flush title={t('contradicted.title')} text={t('contradicted.text')}>
      <DataTable
        bare
        rows={rows}
        rowKey={(row) => `${row.idType} ${row.source ?? ''} ${row.value ?? row.customers.join()}`}
        columns={[
          { key: 'value', title: t('genericValue'), render: (row) => row.value ?? '—' },
          {
            key: 'type',
            title: t('idType'),
            render: (row) =>
              row.source ? `${label(row.label)} · ${sourceName(row.source)}` : label(row.label),
          },
          {
            key: 'customers',
            title: t('contradicted.holders'),
            card: 'wide',
            render: (row) => (
              <>
                {row.customers.slice(0, SHOWN).map((id, i) => (
                  <span key={id}>
                    {i > 0 && t('comma')}
                    <Link to={`/customers/${id}`}>{id}</Link>
                  </span>
                ))}
                {row.customers.length > SHOWN &&
                  t('contradicted.more', { n: row.customers.length - SHOWN })}
              </>
            ),
          },
        ]}
      />
    </Panel>
  );
}
