import { Button, Input } from 'antd';
import { useEffect } from 'react';
import { Link, useParams, useSearchParams } from 'react-router';
import type { Dashboard, Tile } from '#api';
import {
  Await,
  Complaint,
  Empty,
  Loading,
  Page,
  ReportPage,
  useLabel,
  useLocale,
  useNarrow,
  useRight,
  useSession,
  useTranslation,
} from '#shell';
import { useBoard, useSaveBoard } from '../api';
import { inOrder, renamed, settled } from '../arrange';
import css from '../dashboard.module.css';
import { filterFrom, putFilter, savedFilter, toSave, type Filter } from '../filter';
import { AddMenu } from './AddMenu';
import { Filters } from './Filters';
import { More } from './More';
import { TileGrid } from './TileGrid';
import { useAskedBeforeLeaving } from './useAskedBeforeLeaving';
import { useDraft } from './useDraft';
import { useDuplicate } from './useDuplicate';

/** One board: its tiles, what they all are about, and the way to rearrange them. */
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

function Board({ board }: { board: Dashboard }) {
  const { t } = useTranslation('dashboard');
  const label = useLabel();
  const locale = useLocale();
  const { company } = useSession();
  const mayDefine = useRight('DEFINE');
  const [search, setSearch] = useSearchParams();
  const { draft, changed, begin, end, change, undo } = useDraft();
  const save = useSaveBoard(board.id);
  const own = useDuplicate(board);
  useAskedBeforeLeaving(draft !== null && changed && !save.isSuccess);
  const tiles = draft?.tiles ?? inOrder(board.tiles);
  const name = draft?.label ?? board.label;
  const saved = savedFilter(board.filter);
  const filter = filterFrom(search, saved);
  const latest = company.latestDay ?? company.asOf ?? '';

  const edit = () => {
    save.reset();
    begin({
      label: renamed(board.label, locale, label(board.label)),
      tiles: settled(board.tiles),
    });
  };
  const arrange = (next: Tile[], about?: string) =>
    change((now) => ({ ...now, tiles: next }), about);
  const keep = () => {
    if (!draft || label(draft.label).trim() === '') return;
    save.mutate(
      { label: draft.label, tiles: draft.tiles, filter: board.filter },
      { onSuccess: end },
    );
  };
  const choose = (next: Filter) =>
    setSearch(
      (now) => {
        putFilter(now, next, saved);
        return now;
      },
      { replace: true },
    );
  const keepFilter = () =>
    save.mutate(
      {
        label: renamed(board.label, locale, label(board.label)),
        tiles: board.tiles,
        filter: toSave(filter),
      },
      {
        onSuccess: () =>
          setSearch(
            (now) => {
              now.delete('period');
              now.delete('who');
              return now;
            },
            { replace: true },
          ),
      },
    );
  const openMark = (open: string | null) =>
    setSearch(
      (now) => {
        if (open === null) now.delete('open');
        else now.set('open', open);
        return now;
      },
      // Who has closed it does not want it back with the next step backwards.
      { replace: open === null },
    );
  const narrow = useNarrow();
  useUndoKey(draft !== null, undo);

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
              change(
                (now) => ({ ...now, label: renamed(now.label, locale, event.target.value) }),
                'name',
              )
            }
          />
        )
      }
      up={{ to: '/boards', label: t('title') }}
      lead={mayDefine && !board.changeable && t('others.text', { owner: label(board.owner) })}
      asOf={company.asOf}
      actions={
        draft ? (
          <>
            {latest !== '' && (
              <AddMenu board={board.id} latest={latest} tiles={draft.tiles} onChange={arrange} />
            )}
            <Button disabled={!changed} onClick={undo}>
              {t('edit.undo')}
            </Button>
            <Button onClick={end}>{t('cancel')}</Button>
            <Button type="primary" loading={save.isPending} onClick={keep}>
              {t('edit.save')}
            </Button>
          </>
        ) : (
          <div className={css.actions}>
            {board.changeable ? (
              <Button onClick={edit}>{t('edit.begin')}</Button>
            ) : (
              mayDefine && (
                <Button
                  loading={own.isPending}
                  onClick={() => own.duplicate(t('others.saved'), toSave(filter))}
                >
                  {t('others.save')}
                </Button>
              )
            )}
            <More board={board} onRename={edit} />
          </div>
        )
      }
      filters={
        tiles.length > 0 &&
        latest !== '' &&
        !draft && (
          <Filters
            filter={filter}
            saved={saved}
            latest={latest}
            saving={save.isPending}
            onChange={choose}
            onSave={board.changeable ? keepFilter : undefined}
          />
        )
      }
    >
      <Complaint error={save.error} />
      {draft && tiles.length > 0 && (
        <p className={css.hint}>{t(narrow ? 'edit.hintNarrow' : 'edit.hint')}</p>
      )}
      {tiles.length === 0 ? (
        <NoTiles board={board} edits={draft !== null} />
      ) : (
        <TileGrid
          tiles={tiles}
          filter={filter}
          latest={latest}
          open={search.get('open')}
          onOpen={openMark}
          onChange={draft ? arrange : undefined}
        />
      )}
    </ReportPage>
  );
}

/** Ctrl or ⌘ Z, but not while something is typed: there it is the browser's own. */
function useUndoKey(isOpen: boolean, undo: () => void) {
  useEffect(() => {
    if (!isOpen) return;
    const press = (event: KeyboardEvent) => {
      const typed = event.target instanceof Element && event.target.closest('input, textarea');
      if (typed || event.key !== 'z' || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      undo();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [isOpen, undo]);
}

function NoTiles({ board, edits }: { board: Dashboard; edits: boolean }) {
  const { t } = useTranslation('dashboard');
  return (
    <Empty
      title={t('noTiles.title')}
      text={t(board.changeable ? 'noTiles.text' : 'noTiles.others')}
      action={
        board.changeable &&
        !edits && (
          <Link to={`/insights/trend?board=${encodeURIComponent(board.id)}`}>
            <Button type="primary">{t('noTiles.action')}</Button>
          </Link>
        )
      }
    />
  );
}
