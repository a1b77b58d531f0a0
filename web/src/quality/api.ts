import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import {
  http,
  type Correction,
  type CorrectionWanted,
  type Dismissal,
  type DismissalWanted,
  type LandedRow,
  type LineKind,
  type QualityCounts,
  type QuarantineRow,
  type Rule,
  type RuleSuggestion,
  type RuleTrial,
  type RuleView,
  type Scorecard,
  type Severity,
} from '#api';
import { useRightOverAll } from '#shell';

export function useQualityCounts() {
  return useQuery({
    queryKey: ['quality', 'counts'],
    queryFn: ({ signal }) => http.get<QualityCounts[]>('/api/quality/counts', { signal }),
  });
}

export function useScorecard() {
  return useQuery({
    queryKey: ['quality', 'score'],
    queryFn: ({ signal }) => http.get<Scorecard>('/api/quality/score', { signal }),
  });
}

export interface QuarantineFilter {
  source?: string;
  feed?: string;
  field?: string;
  reason?: string;
  severity?: Severity;
  /** Those that were set aside, instead of those that are open. */
  dismissed?: boolean;
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

const RULES = '/api/quality/rules';

/** All rules; asked again while a run cleans by them. */
export function useRules(often: boolean) {
  return useQuery({
    queryKey: ['quality', 'rules', 'all'],
    queryFn: ({ signal }) => http.get<RuleView[]>(RULES, { signal }),
    refetchInterval: often ? 2_000 : false,
  });
}

/** Rules that fit the data and that nobody has made yet. */
export function useRuleSuggestions(enabled: boolean) {
  return useQuery({
    queryKey: ['quality', 'rules', 'suggestions'],
    queryFn: ({ signal }) => http.get<RuleSuggestion[]>(`${RULES}/suggestions`, { signal }),
    enabled,
  });
}

/** What a rule would do to the rows that are here; nothing while it is not complete. */
export function useRuleTrial(rule: Rule | undefined, id: string | undefined) {
  return useQuery({
    queryKey: ['quality', 'rules', 'trial', id ?? '', rule],
    queryFn: ({ signal }) => http.post<RuleTrial>(`${RULES}/try`, { id, rule }, { signal }),
    enabled: rule !== undefined,
    placeholderData: keepPreviousData,
    retry: false,
  });
}

export interface RuleEdit {
  label: string;
  english?: string;
  rule: Rule;
}

/** Keeps a new rule, or changes the one of this id. */
export function useSaveRule() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, ...edit }: RuleEdit & { id?: string }) =>
      id === undefined
        ? http.post<RuleView>(RULES, edit)
        : http.put<RuleView>(`${RULES}/${encodeURIComponent(id)}`, edit),
    onSuccess: () => changed(client),
  });
}

export function useDeleteRule() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => http.delete(`${RULES}/${encodeURIComponent(id)}`),
    onSuccess: () => changed(client),
  });
}

/** A run has begun as well. */
const changed = (client: ReturnType<typeof useQueryClient>) =>
  Promise.all([['quality'], ['runs']].map((queryKey) => client.invalidateQueries({ queryKey })));

const CORRECTIONS = '/api/quality/corrections';

/** The corrections in force, with the rows that still say the old value. */
/** Whether cells as they came may be seen: any of them may be personal, so by administrators alone. */
export const useSeesCells = () => useRightOverAll('ADMIN');

/** Whether rules may be made and tried: on the rows of everybody, so by whoever sees everybody. */
export const useMayRule = () => useRightOverAll('DEFINE');

export function useCorrections(mayRead: boolean) {
  return useQuery({
    queryKey: ['quality', 'corrections', 'all'],
    queryFn: ({ signal }) => http.get<Correction[]>(CORRECTIONS, { signal }),
    enabled: mayRead,
  });
}

/** The cells of a landed row as they came. */
export function useLandedCells(row: QuarantineRow) {
  const query = { source: row.source, feed: row.feed, file: row.file, line: row.line };
  return useQuery({
    queryKey: ['quality', 'corrections', 'cells', query],
    queryFn: ({ signal }) => http.get<LandedRow>(`${CORRECTIONS}/cells`, { query, signal }),
    retry: false,
  });
}

/** Keeps corrections, one after the other. */
export function useCorrect() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (wanted: CorrectionWanted[]) => {
      for (const one of wanted) await http.post(CORRECTIONS, one);
    },
    onSettled: () => changed(client),
  });
}

export function useUndoCorrection() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => http.delete(`${CORRECTIONS}/${encodeURIComponent(id)}`),
    onSuccess: () => changed(client),
  });
}

const DISMISSALS = '/api/quality/dismissals';

/** What was set aside, with the rows that this concerns today. */
export function useDismissals(mayRead: boolean) {
  return useQuery({
    queryKey: ['quality', 'dismissals', 'all'],
    queryFn: ({ signal }) => http.get<Dismissal[]>(DISMISSALS, { signal }),
    enabled: mayRead,
  });
}

/** How many open rows would be set aside. */
export function useDismissalCount(wanted: DismissalWanted) {
  return useQuery({
    queryKey: ['quality', 'dismissals', 'count', { ...wanted, note: '' }],
    queryFn: ({ signal }) =>
      http.post<{ rows: number }>(`${DISMISSALS}/count`, { ...wanted, note: '' }, { signal }),
    retry: false,
  });
}

export function useDismiss() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (wanted: DismissalWanted) => http.post(DISMISSALS, wanted),
    onSuccess: () => client.invalidateQueries({ queryKey: ['quality'] }),
  });
}

export function useUndoDismissal() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => http.delete(`${DISMISSALS}/${encodeURIComponent(id)}`),
    onSuccess: () => client.invalidateQueries({ queryKey: ['quality'] }),
  });
}
