import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import type { SourceBatch, SourceView, Table } from '#api';
import { Chart, landed, type Drawing } from '#charts';
import { SourceCare } from '#quality';
import {
  Await,
  DetailPage,
  Empty,
  Facts,
  Panel,
  useFormat,
  useLabel,
  useNow,
  useRightOverAll,
  useRunsDrawer,
  ToImport,
} from '#shell';
import { useBatches, useImportedFiles, useRetry, useSources } from './api';
import { FeedsTable } from './FeedsTable';
import { FilesTable } from './runs/FilesTable';

/** So many files the chart and the list show; all of them are on the page of imports. */
const SHOWN = 30;

/** One system: what comes from it, how fresh it is, how much came each time, what was set aside. */
export function SourcePage() {
  const { t } = useTranslation('source');
  const { source = '' } = useParams();
  const label = useLabel();
  const query = useSources();
  const found = query.data?.find((one) => one.source === source);
  return (
    <DetailPage
      title={label(found?.label) || source}
      lead={t('one.lead')}
      up={{ to: '/sources', label: t('title') }}
      actions={<ToImport>{t('import')}</ToImport>}
    >
      <Await query={query}>
        {() =>
          found ? (
            <Known source={found} />
          ) : (
            <Empty title={t('one.unknown', { source })} text={t('one.unknownText')} />
          )
        }
      </Await>
    </DetailPage>
  );
}

function Known({ source }: { source: SourceView }) {
  const { t } = useTranslation('source');
  const label = useLabel();
  const mayRemap = useRightOverAll('DEFINE');
  const batches = useBatches(source.source);
  return (
    <Await query={batches}>
      {(list) => (
        <>
          <SourceCare source={source.source} name={label(source.label)} />
          <Summary source={source} batches={list} />
          <Panel
            flush
            title={t('one.feeds')}
            text={t(mayRemap ? 'one.feedsText' : 'one.feedsTextOnly')}
          >
            <FeedsTable source={source} />
          </Panel>
          {list.length > 0 && <Rows batches={list.slice(0, SHOWN).reverse()} />}
          <Recent source={source.source} />
        </>
      )}
    </Await>
  );
}

function Summary({ source, batches }: { source: SourceView; batches: SourceBatch[] }) {
  const { t } = useTranslation('source');
  const format = useFormat();
  const now = useNow(true, 60_000);
  const sum = (part: 'landed' | 'clean' | 'quarantined') =>
    source.feeds.reduce((so, feed) => so + feed.counts[part], 0);
  const last = batches[0];
  const set = sum('quarantined');
  return (
    <Facts
      facts={[
        {
          label: t('one.last'),
          value: last ? (
            <span title={format.moment(last.landedAt)}>{format.ago(last.landedAt, now)}</span>
          ) : (
            '—'
          ),
        },
        {
          label: t('one.files'),
          value: format.full(source.feeds.reduce((so, feed) => so + feed.batches, 0)),
        },
        { label: t('ledger.landed'), value: format.full(sum('landed')) },
        { label: t('ledger.clean'), value: format.full(sum('clean')) },
        {
          label: t('ledger.quarantined'),
          value:
            set > 0 ? <Link to={`/quality?source=${source.source}`}>{format.full(set)}</Link> : '0',
        },
      ]}
    />
  );
}

/** How much came file by file, oldest first: a file half as long as usual is seen at once. */
function Rows({ batches }: { batches: SourceBatch[] }) {
  const { t } = useTranslation('source');
  const format = useFormat();
  const draw = useCallback<Drawing>(
    (pen) =>
      landed(batches, pen, {
        clean: t('ledger.clean'),
        other: t('one.other'),
        quarantined: t('ledger.quarantined'),
      }),
    [batches, t],
  );
  const table = useMemo<Table>(
    () => ({
      columns: [
        { name: 'file', type: 'text' },
        { name: 'landedAt', type: 'text' },
        { name: 'landed', type: 'whole' },
        { name: 'clean', type: 'whole' },
        { name: 'quarantined', type: 'whole' },
      ],
      rows: batches.map((one) => [
        one.name,
        format.moment(one.landedAt),
        one.landed,
        one.counts?.clean ?? null,
        one.counts?.quarantined ?? null,
      ]),
    }),
    [batches, format],
  );
  return (
    <Panel>
      <Chart
        title={t('one.rows')}
        note={t('one.rowsNote')}
        height={220}
        draw={draw}
        table={table}
        columnTitle={(column) => t(`one.column.${column}`)}
      />
    </Panel>
  );
}

function Recent({ source }: { source: string }) {
  const { t } = useTranslation('source');
  const query = useImportedFiles({ source, limit: SHOWN });
  const drawer = useRunsDrawer();
  const retry = useRetry();
  return (
    <Await query={query}>
      {({ total, files }) =>
        total > 0 && (
          <Panel
            flush
            title={t('one.recent')}
            extra={<Link to={`/sources/runs?source=${source}`}>{t('one.all', { n: total })}</Link>}
          >
            <FilesTable
              history
              files={files}
              retrying={retry.isPending}
              onRetry={(run) => retry.mutate(run, { onSuccess: (begun) => drawer.watch(begun) })}
            />
          </Panel>
        )
      }
    </Await>
  );
}
