import { keepPreviousData, useQueries } from '@tanstack/react-query';
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { icons } from '../brand/icons';
import type { NavItem } from '../frame/section';
import { useLabel } from '../i18n';
import { useSession } from '../session';
import { isNamed, MOST, type Act, type Finder } from './finder';
import css from './search.module.css';

/** Everything that can be gone to from anywhere. */
export interface Places {
  nav: NavItem[];
  acts: Act[];
  finders: Finder[];
}

interface Item {
  to: string;
  label: string;
  note?: string;
}

interface Group {
  key: string;
  title: string;
  items: Item[];
}

/** Search over everything, opened by Ctrl/⌘ K: type a few letters, press Enter. */
export function Palette({ places, onClose }: { places: Places; onClose: () => void }) {
  const { t } = useTranslation('shell');
  const navigate = useNavigate();
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const typed = useSettled(text.trim());
  const { groups, searching, failed } = useFound(places, typed);
  const items = groups.flatMap((group) => group.items);
  const here = Math.min(at, items.length - 1);

  useEffect(() => {
    dialog.current?.showModal();
  }, []);

  const go = (item: Item | undefined) => {
    if (!item) return;
    onClose();
    void navigate(item.to);
  };
  const onKey = (event: KeyboardEvent) => {
    // Enter that ends the spelling of a Chinese word is not meant for us.
    if (event.nativeEvent.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && items.length > 0) setAt((here + step + items.length) % items.length);
    else if (event.key === 'Enter') go(items[here]);
    else return;
    event.preventDefault();
  };
  return (
    // A click beside the sheet falls on the dialog itself; Escape closes it too.
    // eslint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions
    <dialog
      ref={dialog}
      className={css.dialog}
      aria-label={t('search.title')}
      onClose={onClose}
      onClick={(event) => event.target === dialog.current && onClose()}
    >
      <div className={css.sheet}>
        <div className={css.asked}>
          <icons.search size={18} />
          <input
            className={css.input}
            value={text}
            placeholder={t('search.hint')}
            aria-label={t('search.hint')}
            role="combobox"
            aria-expanded={items.length > 0}
            aria-controls={`${id}-list`}
            aria-activedescendant={items.length > 0 ? `${id}-${here}` : undefined}
            onChange={(event) => {
              setText(event.target.value);
              setAt(0);
            }}
            onKeyDown={onKey}
          />
        </div>
        <div className={css.found} id={`${id}-list`} role="listbox" aria-label={t('search.title')}>
          {groups.map((group) => (
            <div key={group.key} role="group" aria-label={group.title}>
              <div className={css.group} aria-hidden>
                {group.title}
              </div>
              {group.items.map((item) => {
                const place = items.indexOf(item);
                return (
                  // The keyboard stays in the field above and moves the chosen one from there.
                  // eslint-disable-next-line jsx-a11y/click-events-have-key-events
                  <div
                    key={item.to}
                    id={`${id}-${place}`}
                    role="option"
                    tabIndex={-1}
                    aria-selected={place === here}
                    className={css.item}
                    onMouseMove={() => setAt(place)}
                    onClick={() => go(item)}
                  >
                    <span className={css.label}>{item.label}</span>
                    {item.note && <span className={css.note}>{item.note}</span>}
                  </div>
                );
              })}
            </div>
          ))}
        </div>
        <p className={css.foot} aria-live="polite">
          {failed
            ? t('search.failed')
            : items.length > 0
              ? t('search.keys')
              : t(searching ? 'search.searching' : 'search.none')}
        </p>
      </div>
    </dialog>
  );
}

/** Without a word, the pages and what can be done; with one, everything of that name. */
function useFound({ nav, acts, finders }: Places, typed: string) {
  const { t } = useTranslation();
  const label = useLabel();
  const { rights, everybody } = useSession();
  const answers = useQueries({
    queries: finders.map((finder) => ({
      queryKey: ['search', finder.text, typed],
      queryFn: ({ signal }: { signal: AbortSignal }) => finder.find(typed, signal),
      enabled: typed !== '',
      placeholderData: keepPreviousData,
    })),
  });
  const named = (list: (NavItem | Act)[]): Item[] =>
    list
      .filter((one) => !one.right || rights.includes(one.right))
      .filter((one) => everybody || !('overAll' in one && one.overAll))
      .map((one) => ({ to: one.to, label: t(one.text) }))
      .filter((one) => isNamed(one.label, typed));
  const groups: Group[] = [
    ...finders.map((finder, i) => ({
      key: finder.text,
      title: t(finder.text),
      items: (typed === '' ? [] : (answers[i]?.data ?? []))
        .slice(0, MOST)
        .map((found) => ({ ...found, label: label(found.label) })),
    })),
    { key: 'acts', title: t('search.acts'), items: named(acts) },
    { key: 'pages', title: t('search.pages'), items: named(nav) },
  ];
  return {
    groups: groups.filter((group) => group.items.length > 0),
    searching: answers.some((answer) => answer.isFetching),
    failed: answers.some((answer) => answer.isError),
  };
}

/** What was typed, once the fingers rest. */
function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), 180);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}
