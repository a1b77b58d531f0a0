import { App, ConfigProvider } from 'antd';
import en from 'antd/locale/en_US';
import zh from 'antd/locale/zh_CN';
import {
  createContext,
  use,
  useEffect,
  useMemo,
  useSyncExternalStore,
  type ReactNode,
} from 'react';
import { useTranslation } from 'react-i18next';
import { useNarrow } from '../frame/useNarrow';
import { cssVariables, dark, light, type Ink } from '#style';
import { antdTheme } from './antd';
import { usePreferences } from './preferences';

/** The bar of a phone is 48 px high, the head of a drawer 65. */
const UNDER_HEADS = 72;

const InkContext = createContext<Ink>(light);

/** The colours in use, for what CSS variables cannot reach, such as a canvas. */
export const useInk = (): Ink => use(InkContext);

const night = window.matchMedia('(prefers-color-scheme: dark)');
const still = window.matchMedia('(prefers-reduced-motion: reduce)');
const watch = (query: MediaQueryList) => (listener: () => void) => {
  query.addEventListener('change', listener);
  return () => query.removeEventListener('change', listener);
};
const watchNight = watch(night);
const watchStill = watch(still);

/** True when the system asks for little motion. */
export const useStill = (): boolean => useSyncExternalStore(watchStill, () => still.matches);

export function Theme({ children }: { children: ReactNode }) {
  const { i18n } = useTranslation();
  const { ground } = usePreferences();
  const systemDark = useSyncExternalStore(watchNight, () => night.matches);
  const calm = useStill();
  // At the foot of a phone stand the buttons that lead on, at its top the names of what is open and
  // the way out of it: news comes between them.
  const narrow = useNarrow();
  const ink = ground === 'dark' || (ground === 'system' && systemDark) ? dark : light;
  const config = useMemo(() => {
    const made = antdTheme(ink);
    return { ...made, token: { ...made.token, motion: !calm } };
  }, [ink, calm]);

  useEffect(() => {
    document.documentElement.dataset.ground = ink.dark ? 'dark' : 'light';
  }, [ink]);

  return (
    <InkContext value={ink}>
      <style>{`:root { ${cssVariables(ink)} color-scheme: ${ink.dark ? 'dark' : 'light'}; }`}</style>
      <ConfigProvider
        theme={config}
        locale={i18n.language === 'en' ? en : zh}
        wave={{ disabled: true }}
        button={{ autoInsertSpace: false }}
        modal={{ mask: { blur: false } }}
        drawer={{ mask: { blur: false } }}
      >
        <App
          message={narrow ? { top: UNDER_HEADS } : {}}
          notification={
            narrow ? { placement: 'top', top: UNDER_HEADS } : { placement: 'bottomRight' }
          }
        >
          {children}
        </App>
      </ConfigProvider>
    </InkContext>
  );
}
