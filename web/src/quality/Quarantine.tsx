import { Button, Segmented, Select, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import type { QualityCounts, QuarantineRow, Severity } from '#api';
import { Await, DataTable, Empty, Panel, useFormat, useRightOverAll, useSession } from '#shell';
import { Reason as Why, useFieldNames, useSourceNames } from '#source';
import { useQuarantine, useSeesCells } from './api';
import { CorrectDialog } from './corrections/CorrectDialog';
import { DismissDialog } from './dismissals/DismissDialog';
import { DownloadRows } from './DownloadRows';
import css from './quality.module.css';
import { RepairDialog } from './repairs/RepairDialog';

const LIMIT = 20;
/** As the address calls them. */
const SEVERITIES: Record<string, Severity> = {
  rows: 'quarantine',
  values: 'warn',
  capped: 'capped',
  reminders: 'remind',
};

/** The list of what was set aside, as the address calls it. */
const ASIDE = 'aside';

const NONE = {
  quarantine: 'clean',
  warn: 'noValues',
  capped: 'noCapped',
  remind: 'noReminders',
} as const;

const TEXTS = { warn: 'valuesText', capped: 'cappedText', remind: 'remindersText' } as const;

/** The rows set aside, for who sees everybody: nobody can say whose customers' such a row is. */
export function Quarantine({ feeds }: { feeds: QualityCounts[] }) {
  const { t } = useTranslation('quality');
  const { everybody } = useSession();
  if (everybody) return <Aside feeds={feeds} />;
  return (
    <Panel title={<span id="quarantine">{t('quarantine')}</span>}>
      <Empty title={t('hiddenRows')} text={t('hiddenRowsText')} />
    </Panel>
  );
}

/** Why rows were set aside, and in which file and line to find them. The address holds the filter. */
function Aside({ feeds }: { feeds: QualityCounts[] }) {
  const { t } = useTranslation('quality');
  const format = useFormat();
  const sourceName = useSourceNames();
  const fieldName = useFieldNames();
  const [search, setSearch] = useSearchParams();
  const at = {
    source: search.get('source') ?? undefined,
    feed: search.get('feed') ?? undefined,
    field: search.get('field') ?? undefined,
    reason: search.get('reason') ?? undefined,
    severity: SEVERITIES[search.get('what') ?? 'rows'] ?? ('quarantine' as const),
    dismissed: search.get('what') === ASIDE,
  };
  const offset = Math.max(0, Number(search.get('offset') ?? 0) || 0);
  const limit = Math.max(1, Number(search.get('limit') ?? LIMIT) || LIMIT);
  const mayExport = useRightOverAll('EXPORT');
  const mayCorrect = useSeesCells();
  const mayDismiss = useRightOverAll('DEFINE');
  const [corrected, setCorrected] = useState<QuarantineRow | null>(null);
  const [repaired, setRepaired] = useState<QuarantineRow | null>(null);
  const [dismissed, setDismissed] = useState<QuarantineRow | null>(null);
  const query = useQuarantine({ ...at, offset, limit });

  const put = (change: Record<string, string | undefined>) =>
    setSearch(
      (now) => {
        now.delete('offset');
        for (const [name, value] of Object.entries(change)) {
          if (value) now.set(name, value);
          else now.delete(name);
        }
        return now;
      },
      { replace: true, preventScrollReset: true },
    );

  const within = feeds.filter(
    (feed) => (!at.source || feed.source === at.source) && (!at.feed || feed.feed === at.feed),
  );
  const reasons = at.dismissed ? [] : reasonsOf(within, at.severity);
  const aside = within.reduce((sum, feed) => sum + feed.dismissed, 0);
  const rowsOut = within.reduce((sum, feed) => sum + feed.counts.quarantined, 0) - aside;
  const anyCapped = reasonsOf(feeds, 'capped').length > 0;
  const total = reasons.reduce((sum, reason) => sum + reason.rows, 0);
  return (
    <Panel
      flush
      title={<span id="quarantine">{t('quarantine')}</span>}
      text={
        at.dismissed
          ? t('dismiss.listText', { n: format.full(aside) })
          : at.severity === 'quarantine'
            ? t(mayCorrect ? 'quarantineText' : 'quarantineTextOnly', {
                rows: format.full(rowsOut),
                n: format.full(total),
              })
            : t(TEXTS[at.severity], { n: format.full(total) })
      }
      extra={
        <div className={css.choices}>
          <Segmented
            value={at.dismissed ? ASIDE : at.severity}
            aria-label={t('which')}
            options={[
              { value: 'quarantine', label: t('wholeRows') },
              { value: 'warn', label: t('values') },
              ...(anyCapped || at.severity === 'capped'
                ? [{ value: 'capped', label: t('capped') }]
                : []),
              { value: 'remind', label: t('reminders') },
              ...(aside > 0 || at.dismissed ? [{ value: ASIDE, label: t('dismiss.list') }] : []),
            ]}
            onChange={(severity: string) =>
              put({
                what:
                  severity === ASIDE
                    ? ASIDE
                    : Object.entries(SEVERITIES).find(([, one]) => one === severity)?.[0],
                reason: undefined,
              })
            }
          />
          <Select<string>
            allowClear
            style={{ width: 220 }}
            placeholder={t('everySource')}
            aria-label={t('everySource')}
            value={at.source ? `${at.source}/${at.feed ?? ''}` : undefined}
            options={feeds.flatMap((feed, i) => [
              ...(feeds.findIndex((other) => other.source === feed.source) === i
                ? [{ value: `${feed.source}/`, label: sourceName(feed.source) }]
                : []),
              {
                value: `${feed.source}/${feed.feed}`,
                label: `${sourceName(feed.source)} · ${t(`grain.${feed.grain}`)}`,
              },
            ])}
            onChange={(value: string | undefined) => {
              const [source, feed] = value?.split('/') ?? [];
              put({ source, feed, field: undefined, reason: undefined });
            }}
          />
          {mayExport && !at.dismissed && at.severity === 'quarantine' && rowsOut > 0 && (
            <DownloadRows feeds={within} />
          )}
        </div>
      }
    >
      {at.field && (
        <p className={css.narrowed}>
          <Tag closable onClose={() => put({ field: undefined })}>
            {t('score.onlyField', { field: fieldName(at.field) })}
          </Tag>
        </p>
      )}
      {!at.field && reasons.length > 0 && (
        <div className={css.reasons}>
          {reasons.map((reason) => (
            <button
              key={reason.reason}
              type="button"
              className={css.reason}
              aria-pressed={at.reason === reason.reason}
              onClick={() =>
                put({ reason: at.reason === reason.reason ? undefined : reason.reason })
              }
            >
              <span className={css.reasonText}>{reason.message}</span>
              <span className={css.reasonBar}>
                <i style={{ width: `${(100 * reason.rows) / Math.max(1, total)}%` }} />
              </span>
              <span className={css.reasonRows}>{format.full(reason.rows)}</span>
            </button>
          ))}
        </div>
      )}
      <Await query={query}>
        {(page) => (
          <DataTable<QuarantineRow & { n: number }>
            bare
            loading={query.isPlaceholderData}
            rows={page.rows.map((row, n) => ({ ...row, n }))}
            rowKey={(row) => row.n}
            minWidth={1160}
            page={{
              offset,
              limit,
              total: page.total,
              onChange: (next, size) =>
                put({ offset: String(next), limit: size === LIMIT ? undefined : String(size) }),
            }}
            empty={
              at.dismissed ? (
                <Empty title={t('dismiss.none')} />
              ) : (
                <Empty title={t(NONE[at.severity])} text={t('cleanText')} />
              )
            }
            columns={[
              {
                key: 'why',
                title: t('why'),
                width: 280,
                card: 'title',
                render: (row) => <Why message={row.message} place={row.place} />,
              },
              {
                key: 'field',
                title: t('field'),
                width: 120,
                render: (row) => fieldName(row.field) || '—',
              },
              {
                key: 'value',
                title: t('value'),
                width: 160,
                ellipsis: true,
                render: (row) => row.value ?? t('empty'),
              },
              ...(at.severity === 'capped'
                ? [
                    {
                      key: 'readAs',
                      title: t('readAs'),
                      number: true,
                      width: 120,
                      render: (row: QuarantineRow) => format.number(Number(row.readAs)),
                    },
                  ]
                : []),
              {
                key: 'source',
                title: t('source'),
                width: 150,
                render: (row) => sourceName(row.source),
              },
              { key: 'file', title: t('file'), ellipsis: true, render: (row) => row.file },
              {
                key: 'line',
                title: t('line'),
                number: true,
                width: 80,
                render: (row) => format.full(row.line),
              },
              ...((mayCorrect || mayDismiss) && !at.dismissed
                ? [
                    {
                      key: 'correct',
                      title: '',
                      width: at.severity === 'quarantine' ? 264 : 180,
                      render: (row: QuarantineRow) => (
                        <span className={css.acts}>
                          {mayCorrect && hasCells(row) && (
                            <Button size="small" onClick={() => setCorrected(row)}>
                              {t('correct.correct')}
                            </Button>
                          )}
                          {mayCorrect && hasCells(row) && row.field && row.value && (
                            <Button size="small" onClick={() => setRepaired(row)}>
                              {t('repair.repair')}
                            </Button>
                          )}
                          {mayDismiss && row.severity === 'quarantine' && (
                            <Button size="small" type="text" onClick={() => setDismissed(row)}>
                              {t('dismiss.dismiss')}
                            </Button>
                          )}
                        </span>
                      ),
                    },
                  ]
                : []),
            ]}
          />
        )}
      </Await>
      {corrected && <CorrectDialog row={corrected} onClose={() => setCorrected(null)} />}
      {repaired && <RepairDialog row={repaired} onClose={() => setRepaired(null)} />}
      {dismissed && <DismissDialog row={dismissed} onClose={() => setDismissed(null)} />}
    </Panel>
  );
}

/** A line that is no row has no cells to be mended, and a total is none either. */
const hasCells = ({ reason }: QuarantineRow) =>
  !reason.startsWith('quality.row-') && reason !== 'quality.total-line';

export interface Reason {
  reason: string;
  message: string;
  rows: number;
}

/** The reasons of one severity of several feeds in one list, most rows first. */
export function reasonsOf(feeds: readonly QualityCounts[], severity: Severity): Reason[] {
  const found = new Map<string, Reason>();
  for (const { byReason } of feeds) {
    for (const one of byReason) {
      if (one.severity !== severity) continue;
      const before = found.get(one.reason)?.rows ?? 0;
      found.set(one.reason, { ...one, rows: before + one.rows });
    }
  }
  return [...found.values()].sort((a, b) => b.rows - a.rows);
}
