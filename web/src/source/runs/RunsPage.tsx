import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import {
  Await,
  Complaint,
  Empty,
  icons,
  ListPage,
  Panel,
  ToImport,
  useLabel,
  useRunsDrawer,
} from '#shell';
import { useImportedFiles, useRetry, useSources } from '../api';
import { FilesTable } from './FilesTable';
import css from './runs.module.css';

const STATES = ['landed', 'refused', 'stopped', 'waiting'] as const;
const PAGE = 50;

/** Every file that was ever imported, by whom, what became of it; narrowed by the address. */
export function RunsPage() {
  const { t } = useTranslation('source');
  const label = useLabel();
  const [search, setSearch] = useSearchParams();
  const { data: sources = [] } = useSources();
  const drawer = useRunsDrawer();
  const retry = useRetry();
  const source = search.get('source') ?? undefined;
  const state = STATES.find((one) => one === search.get('state'));
  const offset = Math.max(0, Number(search.get('offset')) || 0);
  const limit = Math.max(1, Number(search.get('limit')) || PAGE);
  const query = useImportedFiles({ source, state, offset, limit });
  const narrow = (name: string, value: string | undefined) =>
    setSearch(
      (now) => {
        if (value) now.set(name, value);
        else now.delete(name);
        now.delete('offset');
        return now;
      },
      { replace: true },
    );
  const toImport = <ToImport>{t('import')}</ToImport>;
  return (
    <ListPage
      title={t('runs.title')}
      lead={t('runs.lead')}
      up={{ to: '/sources', label: t('title') }}
      actions={toImport}
      filters={
        <div className={css.filters}>
          <Select
            allowClear
            value={source}
            placeholder={t('runs.anySource')}
            aria-label={t('runs.anySource')}
            style={{ width: 180 }}
            options={sources.map((one) => ({ value: one.source, label: label(one.label) }))}
            onChange={(value: string | undefined) => narrow('source', value)}
          />
          <Select
            allowClear
            value={state}
            placeholder={t('runs.anyState')}
            aria-label={t('runs.anyState')}
            style={{ width: 150 }}
            options={STATES.map((value) => ({ value, label: t(`runs.states.${value}`) }))}
            onChange={(value: string | undefined) => narrow('state', value)}
          />
        </div>
      }
    >
      {retry.error && <Complaint error={retry.error} />}
      <Await query={query}>
        {({ total, files }) =>
          total === 0 ? (
            <Empty
              picture={<icons.data size={56} />}
              title={t(source || state ? 'runs.noneSuch' : 'runs.none')}
              text={t('runs.noneText')}
              action={source || state ? undefined : toImport}
            />
          ) : (
            <Panel flush>
              <FilesTable
                history
                files={files}
                retrying={retry.isPending}
                onRetry={(run) => retry.mutate(run, { onSuccess: (begun) => drawer.watch(begun) })}
                page={{
                  offset,
                  limit,
                  total,
                  onChange: (next, size) =>
                    setSearch((now) => {
                      now.set('offset', String(next));
                      now.set('limit', String(size));
                      return now;
                    }),
                }}
              />
            </Panel>
          )
        }
      </Await>
    </ListPage>
  );
}
