import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { RouterProvider } from 'react-router';
import { OfflineError, ProblemError } from '#api';
import { Theme } from '../theme/Theme';
import './global.css';
import { makeRouter } from './router';
import type { Section } from './section';

export function makeClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        // What the server refused it will refuse again; only silence is worth another try.
        retry: (times, error) => !(error instanceof ProblemError) && times < 2,
        retryDelay: (attempt, error) => (error instanceof OfflineError ? 800 * 2 ** attempt : 300),
      },
    },
  });
}

/** The whole app: ink, data, pages. */
export function Shell({ sections }: { sections: Section[] }) {
  const [client] = useState(makeClient);
  const [router] = useState(() => makeRouter(sections));
  return (
    <QueryClientProvider client={client}>
      <Theme>
        <RouterProvider router={router} />
      </Theme>
    </QueryClientProvider>
  );
}

/** Ink and data without pages, for the gallery and for tests. */
export function Studio({ children }: { children: ReactNode }) {
  const [client] = useState(makeClient);
  return (
    <QueryClientProvider client={client}>
      <Theme>{children}</Theme>
    </QueryClientProvider>
  );
}
