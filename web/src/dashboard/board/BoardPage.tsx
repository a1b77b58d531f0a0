import { App, Button, Dropdown, Input } from 'antd';
import { useEffect, useState } from 'react';
import { Link, useBlocker, useNavigate, useParams, useSearchParams } from 'react-router';
import type { Dashboard, Label, Tile } from '#api';
import { SpanInput, spanFromAddress, spanInAddress } from '#insight';
import {
  Await,
  Complaint,
  Empty,
  icons,
  Loading,
  Page,
  ReportPage,
  useLabel,
  useLocale,
  useRight,
  useSession,
  useTranslation,
} from '#shell';
import { useBoard, useDeleteBoard, useSaveBoard } from '../api';
import { arranged, inOrder, renamed } from '../arrange';
import css from '../dashboard.module.css';
import { TileGrid } from './TileGrid';

/** One board: its tiles, the days they are about, and the way to rearrange them. */
export function BoardPage() {
  const { t } = useTranslation('dashboard');
  const { id = '' } = useParams();
  const query = useBoard(id);
  if (query.data) return <Board key={id} board={query.data} />;
  return (
    <Page title={t('title')} up={{ to: '/boards', label: t('title') }}>
      <Await query={query} loading={<Loading rows={10} />}>
        {() => null}
      </Await>
    </Page>
  );
}

interface Draft {
  label: Label;
  tiles: Tile[];
}

function Board({ board }: { board: Dashboard }) {
  const { t } = useTranslation('dashboard');
  const label = useLabel();
  const locale = useLocale();
  const { company } = useSession();
  const mayDefine = useRight('DEFINE');
  const [search, setSearch] = useSearchParams();
  const [draft, setDraft] = useState<Draft | null>(null);
  const save = useSaveBoard(board.id);
  useAskedBeforeLeaving(draft !== null && !save.isSuccess);
  const tiles = draft?.tiles ?? inOrder(board.tiles);
  const name = draft?.label ?? board.label;
  const span = spanFromAddress(search.get('period'));
  const latest = company.latestDay ?? company.asOf;
  const put = (key: string, text: string | null, replace = false) =>
    setSearch(
      (now) => {
        if (text === null) now.delete(key);
        else now.set(key, text);
        return now;
      },
      { replace },
    );
  const begin = () => {
    save.reset();
    setDraft({ label: renamed(board.label, locale, label(board.label)), tiles });
  };
  const keep = () => {
    if (!draft || label(draft.label).trim() === '') return;
    save.mutate(
      { label: draft.label, tiles: arranged(draft.tiles) },
      { onSuccess: () => setDraft(null) },
    );
  };
  return (
    <ReportPage
      title={label(name)}
      heading={
        draft && (
          <Input
            className={css.name}
            variant="underlined"
            value={label(draft.label)}
            maxLength={60}
            aria-label={t('create.name')}
            onChange={(event) =>
              setDraft({ ...draft, label: renamed(draft.label, locale, event.target.value) })
            }
          />
        )
      }
      up={{ to: '/boards', label: t('title') }}
      asOf={company.asOf}
      actions={
        draft ? (
          <>
            <Button onClick={() => setDraft(null)}>{t('cancel')}</Button>
            <Button type="primary" loading={save.isPending} onClick={keep}>
              {t('edit.save')}
            </Button>
          </>
        ) : (
          mayDefine && (
            <>
              {tiles.length > 0 && <Button onClick={begin}>{t('edit.begin')}</Button>}
              <More board={board} onRename={begin} />
            </>
          )
        )
      }
      filters={
        tiles.length > 0 &&
        latest &&
        !draft && (
          <div className={css.filter}>
            <SpanInput
              span={span}
              latest={latest}
              none={t('filter.own')}
              onChange={(chosen) => put('period', chosen && spanInAddress(chosen), true)}
            />
          </div>
        )
      }
    >
      <Complaint error={save.error} />
      {draft && tiles.length > 0 && <p className={css.hint}>{t('edit.hint')}</p>}
      {tiles.length === 0 ? (
        <NoTiles board={board.id} />
      ) : (
        <TileGrid
          tiles={tiles}
          span={draft ? null : span}
          latest={latest ?? ''}
          open={search.get('open')}
          onOpen={(open) => put('open', open)}
          onChange={draft ? (changed) => setDraft({ ...draft, tiles: changed }) : undefined}
        />
      )}
    </ReportPage>
  );
}

function NoTiles({ board }: { board: string }) {
  const { t } = useTranslation('dashboard');
  const mayDefine = useRight('DEFINE');
  return (
    <Empty
      title={t('noTiles.title')}
      text={t('noTiles.text')}
      action={
        mayDefine && (
          <Link to={`/insights/trend?board=${encodeURIComponent(board)}`}>
            <Button type="primary">{t('noTiles.action')}</Button>
          </Link>
        )
      }
    />
  );
}

function More({ board, onRename }: { board: Dashboard; onRename: () => void }) {
  const { t } = useTranslation('dashboard');
  const label = useLabel();
  const navigate = useNavigate();
  const { modal, message } = App.useApp();
  const remove = useDeleteBoard(board.id);
  const askDelete = () => {
    void modal.confirm({
      title: t('delete.ask', { label: label(board.label) }),
      content: t('delete.text'),
      okText: t('delete.yes'),
      okButtonProps: { danger: true },
      cancelText: t('cancel'),
      onOk: async () => {
        try {
          await remove.mutateAsync();
          await navigate('/boards');
        } catch (error) {
          void message.error(error instanceof Error ? error.message : String(error), 8);
        }
      },
    });
  };
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: [
          { key: 'rename', label: t('edit.rename'), onClick: onRename },
          { key: 'delete', label: t('delete.open'), danger: true, onClick: askDelete },
        ],
      }}
    >
      <Button aria-label={t('more')} icon={<icons.more size={16} />} />
    </Dropdown>
  );
}

/** Changes that were not saved are not lost by a click on a link, or by closing the tab. */
function useAskedBeforeLeaving(isOpen: boolean) {
  const { t } = useTranslation('dashboard');
  const { modal } = App.useApp();
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) =>
      isOpen && currentLocation.pathname !== nextLocation.pathname,
  );
  useEffect(() => {
    if (blocker.state !== 'blocked') return;
    void modal.confirm({
      title: t('leave.ask'),
      okText: t('leave.yes'),
      cancelText: t('leave.no'),
      onOk: () => blocker.proceed(),
      onCancel: () => blocker.reset(),
    });
  }, [blocker, modal, t]);
  useEffect(() => {
    if (!isOpen) return;
    const hold = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', hold);
    return () => window.removeEventListener('beforeunload', hold);
  }, [isOpen]);
}
