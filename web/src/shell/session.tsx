import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { createContext, use, useEffect, useMemo, type ReactNode } from 'react';
import { Navigate, useLocation } from 'react-router';
import { http, isStatus, onSignedOut, type Right, type Session } from '#api';
import { makeFormat, type Format } from '#style';
import { switchLanguage, useLocale } from './i18n';
import { ErrorState } from './states/ErrorState';
import { Loading } from './states/Loading';
import { preferred } from './theme/preferences';

export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: ({ signal }) => http.get<Session>('/api/session', { signal }),
  staleTime: 60_000,
});

const SessionContext = createContext<Session | null>(null);

/** Lets in who is signed in; sends everyone else to sign in, and back here afterwards. */
export function SessionGate({ children }: { children: ReactNode }) {
  const query = useQuery(sessionQuery);
  const client = useQueryClient();
  const { pathname, search } = useLocation();

  useEffect(
    () => onSignedOut(() => void client.invalidateQueries({ queryKey: sessionQuery.queryKey })),
    [client],
  );
  const theirs = query.data?.user.locale;
  useEffect(() => {
    if (theirs && !preferred().locale) switchLanguage(theirs);
  }, [theirs]);

  if (isStatus(query.error, 401)) {
    const back = pathname === '/' ? '' : `?back=${encodeURIComponent(pathname + search)}`;
    return <Navigate to={`/login${back}`} replace />;
  }
  if (query.data) return <SessionContext value={query.data}>{children}</SessionContext>;
  if (query.error)
    return <ErrorState error={query.error} retry={() => void query.refetch()} page />;
  return <Loading page />;
}

export function useSession(): Session {
  const session = use(SessionContext);
  if (!session) throw new Error('useSession outside of SessionGate');
  return session;
}

export const useRight = (right: Right): boolean => useSession().rights.includes(right);

/** The right to decide what holds for all customers: who sees some of them only does not have it. */
export function useRightOverAll(right: Right): boolean {
  const { everybody } = useSession();
  return useRight(right) && everybody;
}

/** How numbers, money and days are written, in the language of the screen and for this company. */
export function useFormat(): Format {
  const locale = useLocale();
  const company = use(SessionContext)?.company;
  const currency = company?.currency ?? 'CNY';
  const zone = company?.zone ?? 'Asia/Shanghai';
  return useMemo(() => makeFormat({ locale, currency, zone }), [locale, currency, zone]);
}
