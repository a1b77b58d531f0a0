import { useQuery } from '@tanstack/react-query';
import dayjs from 'dayjs';
import { http, type Answer, type Day, type HomeView, type Period, type Rfm } from '#api';

export function useHome() {
  return useQuery({
    queryKey: ['home'],
    queryFn: ({ signal }) => http.get<HomeView>('/api/home', { signal }),
  });
}

/** Revenue of the last twelve months, the running one included. */
export function useRevenue(asOf: Day | null) {
  return useQuery({
    queryKey: ['home', 'revenue', asOf],
    queryFn: ({ signal }) =>
      http.post<Answer>(
        '/api/insights/answer',
        {
          type: 'trend',
          metric: 'revenue',
          grain: 'month',
          period: lastMonths(asOf ?? '', 12),
          versus: null,
        },
        { signal },
      ),
    enabled: asOf !== null,
  });
}

export function useRfm() {
  return useQuery({
    queryKey: ['home', 'rfm'],
    queryFn: ({ signal }) => http.get<Rfm>('/api/tags/rfm/rfm', { signal }),
  });
}

/**
 * Whole months up to the one that holds the last day before the as-of day: data that ends on
 * 30 November is as of 1 December, and its last month is November.
 */
export function lastMonths(asOf: Day, months: number): Period {
  const running = dayjs(asOf).subtract(1, 'day').startOf('month');
  return {
    from: running.subtract(months - 1, 'month').format('YYYY-MM-DD'),
    until: running.add(1, 'month').format('YYYY-MM-DD'),
  };
}
