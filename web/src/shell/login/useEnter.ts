import { useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearchParams } from 'react-router';
import type { Session } from '#api';
import { sessionQuery } from '../session';

/** What follows a successful sign-in: the page that was asked for, or Home. */
export function useEnter(): (session: Session) => void {
  const client = useQueryClient();
  const navigate = useNavigate();
  const [search] = useSearchParams();
  return (session) => {
    client.setQueryData(sessionQuery.queryKey, session);
    const back = search.get('back') ?? '/';
    // Only within this app: an address of another host is no place to go back to.
    void navigate(/^\/(?![/\\])/.test(back) ? back : '/', { replace: true });
  };
}
