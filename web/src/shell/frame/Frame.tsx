import { Drawer } from 'antd';
import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, NavLink, Outlet, ScrollRestoration, useLocation } from 'react-router';
import { icons } from '../brand/icons';
import { Seal } from '../brand/Seal';
import { useLocale } from '../i18n';
import { isOver, useRuns, useRunsDrawer } from '../runs/runs';
import { Palette, type Places } from '../search/Palette';
import { useSession } from '../session';
import css from './frame.module.css';
import type { NavItem } from './section';
import { useFocusReturn } from './useFocusReturn';
import { useChangeLanguage, UserMenu } from './UserMenu';

/** How many places fit beside 更多 in the bar of a phone. */
const IN_BAR = 4;

/** The rail at the left, or on a phone the bar at the foot, around the page. */
export function Frame({ places }: { places: Places }) {
  const { t } = useTranslation('shell');
  const { rights } = useSession();
  const [more, setMore] = useState(false);
  const [searches, setSearches] = useState(false);
  const search = useCallback(() => setSearches(true), []);
  useSearchKey(search);
  useFocusReturn();
  const items = places.nav.filter((item) => !item.right || rights.includes(item.right));
  return (
    <div className={css.frame}>
      <a className={css.skip} href="#content">
        {t('frame.skip')}
      </a>
      <div className={css.rail}>
        <Brand />
        <button type="button" className={css.search} onClick={search}>
          <icons.search size={16} />
          <span>{t('search.open')}</span>
          <kbd aria-hidden>{SEARCH_KEYS}</kbd>
        </button>
        <Nav items={items} />
        <Foot />
      </div>
      <div className={css.top}>
        <Brand />
        <span className={css.topActs}>
          <button
            type="button"
            className={css.plain}
            onClick={search}
            aria-label={t('search.open')}
          >
            <icons.search size={18} />
          </button>
          <Work />
        </span>
      </div>
      <main id="content" className={css.main} tabIndex={-1}>
        <Outlet />
      </main>
      <nav className={css.bar} aria-label={t('frame.nav')}>
        {items.slice(0, IN_BAR).map((item) => (
          <Place key={item.to} item={item} />
        ))}
        <button type="button" className={css.plain} onClick={() => setMore(true)}>
          <icons.more />
          <span>{t('frame.more')}</span>
        </button>
      </nav>
      <Drawer
        title={t('frame.more')}
        placement="bottom"
        size="auto"
        open={more}
        onClose={() => setMore(false)}
      >
        {/* A tap on a place leads there and closes the drawer; so does Enter, which clicks too. */}
        {/* eslint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions */}
        <div onClick={(event) => (event.target as Element).closest('a') && setMore(false)}>
          <Nav items={items} />
        </div>
        <Foot />
      </Drawer>
      {searches && <Palette places={places} onClose={() => setSearches(false)} />}
      <ScrollRestoration />
    </div>
  );
}

const SEARCH_KEYS = /Mac|iPhone|iPad/.test(navigator.userAgent) ? '⌘K' : 'Ctrl K';

function useSearchKey(search: () => void) {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      search();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [search]);
}

function Brand() {
  const { t } = useTranslation('shell');
  const { company } = useSession();
  return (
    <Link to="/" className={css.brand} aria-label={t('frame.toHome')}>
      <Seal height={40} />
      <span className={css.brandText}>
        <div className={css.name}>{t('brand')}</div>
        <div className={css.company} title={company.name}>
          {company.name}
        </div>
      </span>
    </Link>
  );
}

function Nav({ items }: { items: NavItem[] }) {
  const { t } = useTranslation('shell');
  const data = items.filter((item) => item.group === 'data');
  const settings = items.filter((item) => item.group === 'settings');
  return (
    <nav className={css.nav} aria-label={t('frame.nav')}>
      <ul>
        {items
          .filter((item) => !item.group)
          .map((item) => (
            <li key={item.to}>
              <Place item={item} />
            </li>
          ))}
      </ul>
      {data.length > 0 && (
        <>
          <div className={css.group} id="nav-data">
            {t('frame.data')}
          </div>
          <ul aria-labelledby="nav-data">
            {data.map((item) => (
              <li key={item.to}>
                <Place item={item} />
              </li>
            ))}
          </ul>
        </>
      )}
      {settings.length > 0 && (
        <ul className={css.last}>
          {settings.map((item) => (
            <li key={item.to}>
              <Place item={item} />
            </li>
          ))}
        </ul>
      )}
    </nav>
  );
}

function Place({ item }: { item: NavItem }) {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const shown = (
    <>
      {item.icon}
      <span>{t(item.text)}</span>
    </>
  );
  return item.also?.some((place) => pathname === place || pathname.startsWith(`${place}/`)) ? (
    <Link to={item.to} className={css.item} aria-current="page">
      {shown}
    </Link>
  ) : (
    <NavLink to={item.to} end={item.to === '/'} className={css.item}>
      {shown}
    </NavLink>
  );
}

function Foot() {
  const { t } = useTranslation('shell');
  const locale = useLocale();
  const language = useChangeLanguage();
  const other = locale === 'zh' ? 'en' : 'zh';
  return (
    <div className={css.foot}>
      <div className={css.footRow}>
        <UserMenu />
        <Work />
        <button
          type="button"
          className={css.plain}
          lang={other}
          onClick={() => language(other)}
          aria-label={t('user.switch')}
        >
          {t('user.other')}
        </button>
      </div>
    </div>
  );
}

/** Whether something is at work in the background, and the way to it. */
function Work() {
  const { t } = useTranslation('shell');
  const runs = useRuns();
  const drawer = useRunsDrawer();
  const going = runs.data?.filter((run) => !isOver(run)).length ?? 0;
  return (
    <button
      type="button"
      className={`${css.plain} ${going > 0 ? css.working : ''}`}
      onClick={drawer.open}
      aria-label={t('run.title')}
      title={going > 0 ? t('run.going', { count: going }) : t('run.title')}
    >
      <icons.work size={18} />
      {going > 0 && <span>{going}</span>}
    </button>
  );
}
