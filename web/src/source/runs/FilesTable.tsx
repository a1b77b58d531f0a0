import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ImportedFile } from '#api';
import {
  DataTable,
  useFormat,
  useLabel,
  useNow,
  useRightOverAll,
  type Col,
  type Paging,
} from '#shell';
import css from './runs.module.css';

interface Props {
  files: readonly ImportedFile[];
  /** Also when it was and who did it: files of more than one import. */
  history?: boolean;
  page?: Paging;
  onRetry?: (run: number) => void;
  retrying?: boolean;
}

/** Files of imports: how far each came, where its rows went, how long it took, what was wrong. */
export function FilesTable({ files, history = false, page, onRetry, retrying = false }: Props) {
  const { t } = useTranslation('source');
  const format = useFormat();
  const label = useLabel();
  const now = useNow(history, 60_000);
  const mayRetry = useRightOverAll('DEFINE');
  const number = (
    key: 'landed' | 'clean' | 'merged' | 'superseded',
    width: number,
  ): Col<ImportedFile> => ({
    key,
    title: t(`ledger.${key}`),
    width,
    number: true,
    render: (file) =>
      file.counts
        ? format.full(file.counts[key])
        : key === 'landed' && file.state === 'landed'
          ? format.full(file.landed)
          : '—',
  });
  const columns: Col<ImportedFile>[] = [
    {
      key: 'file',
      title: t('runs.file'),
      card: 'title',
      render: (file) => (
        <span className={css.file}>
          <span className={css.name} title={file.name}>
            {file.name}
          </span>
          <small>
            {label(file.sourceLabel)}
            {file.grain ? ` · ${t(`grain.${file.grain}Rows`)}` : ''}
          </small>
        </span>
      ),
    },
    ...(history
      ? [
          {
            key: 'when',
            title: t('runs.when'),
            width: 130,
            render: (file: ImportedFile) => (
              <span className={css.file} title={format.moment(file.begunAt)}>
                {format.ago(file.begunAt, now)}
                <small>{label(file.by)}</small>
              </span>
            ),
          },
        ]
      : []),
    {
      key: 'state',
      title: t('runs.state'),
      width: 210,
      card: 'wide',
      render: (file) => (
        <span className={css.stateCell}>
          <span className={css.state} data-state={toneOf(file)}>
            {t(`runs.states.${stateOf(file)}`)}
          </span>
          {file.faults.map((fault) => (
            <small key={fault.code + fault.message} className={css.fault}>
              {fault.message}
            </small>
          ))}
          {mayRetry && onRetry && file.retry && (
            <Button
              size="small"
              loading={retrying}
              onClick={() => onRetry(file.run)}
              className={css.retry}
            >
              {t('runs.retry')}
            </Button>
          )}
        </span>
      ),
    },
    number('landed', 96),
    number('clean', 90),
    number('merged', 100),
    number('superseded', 110),
    {
      key: 'quarantined',
      title: t('ledger.quarantined'),
      width: 110,
      number: true,
      render: (file) =>
        file.counts && file.counts.quarantined > 0 ? (
          <Link to={`/quality?source=${file.source}&feed=${file.feed}`}>
            {format.full(file.counts.quarantined)}
          </Link>
        ) : file.counts ? (
          '0'
        ) : (
          '—'
        ),
    },
    {
      key: 'spent',
      title: t('runs.spent'),
      width: 90,
      number: true,
      render: (file) =>
        file.startedAt && file.endedAt
          ? format.duration(Math.max(0, Date.parse(file.endedAt) - Date.parse(file.startedAt)))
          : '—',
    },
  ];
  return (
    <DataTable<ImportedFile>
      bare
      rows={files}
      rowKey={(file) => `${file.run}.${file.ordinal}`}
      minWidth={history ? 1120 : 980}
      page={page}
      columns={columns}
    />
  );
}

/** Of the files that wait one is being read; of those that landed some are not cleaned yet. */
function stateOf(file: ImportedFile): string {
  if (file.state === 'waiting') return file.startedAt ? 'reading' : 'waiting';
  if (file.state === 'landed' && !file.counts) return isGoing(file) ? 'cleaning' : 'uncleaned';
  return file.state;
}

const isGoing = (file: ImportedFile): boolean =>
  file.runState === 'queued' || file.runState === 'running';

function toneOf(file: ImportedFile): 'good' | 'bad' | 'open' {
  if (file.state === 'refused') return 'bad';
  if (file.state === 'landed' && file.counts) return 'good';
  return 'open';
}
