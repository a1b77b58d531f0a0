import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { http, type LineKind, type QualityCounts, type QuarantineRow, type Severity } from '#api';

export function useQualityCounts() {
  return useQuery({
    queryKey: ['quality', 'counts'],
    queryFn: ({ signal }) => http.get<QualityCounts[]>('/api/quality/counts', { signal }),
  });
}

export interface QuarantineFilter {
  source?: string;
  feed?: string;
  reason?: string;
  severity?: Severity;
  offset: number;
  limit: number;
}

export function useQuarantine(filter: QuarantineFilter) {
  return useQuery({
    queryKey: ['quality', 'quarantine', filter],
    queryFn: ({ signal }) =>
      http.get<{ total: number; rows: QuarantineRow[] }>('/api/quality/quarantine', {
        query: { ...filter },
        signal,
      }),
    placeholderData: keepPreviousData,
  });
}

export function useLineKinds() {
  return useQuery({
    queryKey: ['quality', 'kinds'],
    queryFn: ({ signal }) => http.get<LineKind[]>('/api/quality/kinds', { signal }),
  });
}

/** The rows of a feed that are set aside, as a file to mend. */
export function useBadRows() {
  return useMutation({
    mutationFn: ({ source, feed }: { source: string; feed: string }) =>
      http.download(
        `/api/quality/bad-rows?source=${encodeURIComponent(source)}&feed=${encodeURIComponent(feed)}`,
      ),
  });
}
