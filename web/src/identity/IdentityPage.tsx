import { Button, Tooltip } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { IdentitySummary } from '#api';
import {
  Await,
  Complaint,
  DataTable,
  Empty,
  icons,
  Panel,
  ReportPage,
  useFormat,
  useLabel,
  useRightOverAll,
  useSession,
  ToImport,
} from '#shell';
import { useSourceNames } from '#source';
import { useExportLinks, useIdentity } from './api';
import css from './identity.module.css';
import { Contradictions } from './Contradictions';
import { Decisions } from './Decisions';
import { Kinds } from './Kinds';
import { useIdRules } from './rules/api';
import { Overlap } from './Overlap';
import { Reach } from './Reach';

/** OneID: how many records became how many customers, and by what they were recognised. */
export function IdentityPage() {
  const { t } = useTranslation('identity');
  const { company } = useSession();
  const query = useIdentity();
  const links = useExportLinks();
  const rules = useIdRules();
  const own = rules.data?.types.some(
    (one) => JSON.stringify(one.set) !== JSON.stringify(one.usual),
  );
  const mayExport = useRightOverAll('EXPORT');
  return (
    <ReportPage
      title={t('title')}
      lead={t('lead')}
      asOf={company.asOf}
      notes={`${rules.data ? t(own ? 'notesOwn' : 'notesUsual') : ''}${t('notes')}`}
      actions={
        mayExport &&
        (query.data?.records ?? 0) > 0 && (
          <Tooltip title={t('exportText')}>
            <Button loading={links.isPending} onClick={() => links.mutate()}>
              {t('export')}
            </Button>
          </Tooltip>
        )
      }
    >
      {links.error && <Complaint error={links.error} />}
      <Await query={query}>
        {(summary) =>
          summary.records === 0 ? (
            <Empty
              picture={<icons.identity size={56} />}
              title={t('none')}
              text={t('noneText')}
              action={<ToImport>{t('import')}</ToImport>}
            />
          ) : (
            <Summary summary={summary} />
          )
        }
      </Await>
    </ReportPage>
  );
}

function Summary({ summary }: { summary: IdentitySummary }) {
  const { t } = useTranslation('identity');
  const format = useFormat();
  const label = useLabel();
  const sourceName = useSourceNames();
  const seesAll = useRightOverAll('VIEW');
  const { records, customers, bySource, overlap, byIdType, generic } = summary;
  return (
    <>
      <div className={css.becoming}>
        <div>
          <div className={css.figure}>{format.full(records)}</div>
          <div className={css.quiet}>{t('records')}</div>
        </div>
        <Merging />
        <div>
          <div className={css.figure}>{format.full(customers)}</div>
          <div className={css.quiet}>{t('customers')}</div>
        </div>
        <p className={css.finding}>
          {records > customers
            ? t('finding', {
                merged: format.full(records - customers),
                each: format.number(Math.round((records / customers) * 100) / 100),
              })
            : t('findingNone')}
        </p>
      </div>
      <Rooms seesAll={seesAll} />
      <Reach bySource={bySource} />
      {overlap.length > 0 && (
        <Panel title={t('overlap')} text={t('overlapText')}>
          <Overlap overlap={overlap} customers={customers} />
        </Panel>
      )}
      <Panel flush title={t('bySource')}>
        <DataTable
          bare
          rows={bySource}
          rowKey={(row) => row.source}
          columns={[
            { key: 'source', title: t('source'), render: (row) => sourceName(row.source) },
            {
              key: 'records',
              title: t('records'),
              number: true,
              render: (row) => format.full(row.records),
            },
            {
              key: 'customers',
              title: t('customers'),
              number: true,
              render: (row) => format.full(row.customers),
            },
            {
              key: 'alone',
              title: t('alone'),
              number: true,
              render: (row) => format.full(row.alone),
            },
            {
              key: 'share',
              title: t('shared'),
              number: true,
              render: (row) =>
                row.customers > 0
                  ? format.percent((row.customers - row.alone) / row.customers)
                  : '—',
            },
          ]}
        />
      </Panel>
      <Panel flush title={t('byIdType')} text={t('byIdTypeText')}>
        <DataTable
          bare
          rows={byIdType.filter((row) => row.records > 0)}
          rowKey={(row) => row.idType}
          columns={[
            { key: 'type', title: t('idType'), render: (row) => label(row.label) },
            {
              key: 'records',
              title: t('recordsWith'),
              number: true,
              render: (row) => format.full(row.records),
            },
            {
              key: 'customers',
              title: t('customersWith'),
              number: true,
              render: (row) => format.full(row.customers),
            },
            {
              key: 'shared',
              title: <span title={t('sharingText')}>{t('sharing')}</span>,
              number: true,
              render: (row) => format.full(row.shared),
            },
          ]}
        />
      </Panel>
      <Panel
        flush={generic.length > 0}
        title={t('generic')}
        text={generic.length > 0 ? t('genericText') : undefined}
      >
        {generic.length === 0 ? (
          <p className={css.quiet}>{t('genericNone')}</p>
        ) : (
          <DataTable
            bare
            rows={generic}
            rowKey={(row) => `${row.idType} ${row.source ?? ''} ${row.value}`}
            columns={[
              { key: 'value', title: t('genericValue'), render: (row) => row.value },
              {
                key: 'type',
                title: t('idType'),
                render: (row) =>
                  row.source ? `${label(row.label)} · ${sourceName(row.source)}` : label(row.label),
              },
              {
                key: 'records',
                title: t('genericRecords'),
                number: true,
                render: (row) => format.full(row.records),
              },
              {
                key: 'names',
                title: t('genericNames'),
                number: true,
                render: (row) => format.full(row.names),
              },
              {
                key: 'reason',
                title: t('genericReason'),
                card: 'wide',
                render: (row) => row.reason,
              },
            ]}
          />
        )}
      </Panel>
      {seesAll && <Contradictions />}
      {seesAll && <Kinds />}
      {seesAll && <Decisions />}
    </>
  );
}

/** What else can be done about who is who. */
function Rooms({ seesAll }: { seesAll: boolean }) {
  const { t } = useTranslation('identity');
  const rooms = [
    ...(seesAll ? (['quality', 'review'] as const) : []),
    'compare',
    'rules',
    'values',
  ] as const;
  return (
    <nav className={css.rooms} aria-label={t('rooms.label')}>
      {rooms.map((room) => (
        <Link key={room} to={`/identity/${room}`}>
          <b>{t(`rooms.${room}.title`)}</b>
          <span>{t(`rooms.${room}.text`)}</span>
        </Link>
      ))}
    </nav>
  );
}

/** Three lines that run into one. */
function Merging() {
  return (
    <svg viewBox="0 0 120 48" className={css.merging} aria-hidden focusable="false">
      <g fill="none" stroke="currentColor" strokeWidth="1.2" strokeLinecap="round">
        <path d="M2 6C46 6 52 24 84 24M2 24H84M2 42C46 42 52 24 84 24" />
        <circle cx="94" cy="24" r="9" />
      </g>
    </svg>
  );
}
