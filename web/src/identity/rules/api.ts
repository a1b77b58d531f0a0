import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { http, type IdRuleAsked, type IdRules, type IdRuleTrial } from '#api';

/** How far each type of identifier is believed. */
export function useIdRules() {
  return useQuery({
    queryKey: ['identity', 'rules'],
    queryFn: ({ signal }) => http.get<IdRules>('/api/identity/rules', { signal }),
  });
}

/** Everybody is recognised anew by a run that begins at once. */
export function useApplyIdRules() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (rules: IdRuleAsked[]) => http.put<IdRules>('/api/identity/rules', rules),
    onSuccess: () =>
      Promise.all(['identity', 'runs'].map((key) => client.invalidateQueries({ queryKey: [key] }))),
  });
}

/** Begins a run that changes nothing. */
export function useTryIdRules() {
  return useMutation({
    mutationFn: (rules: IdRuleAsked[]) =>
      http.post<{ run: number }>('/api/identity/rules/trials', rules),
  });
}

/** What was tried by a run; `over`: whether the run has ended, and with it the trial. */
export function useIdRuleTrial(run: string | null, over: boolean) {
  return useQuery({
    queryKey: ['identity', 'trial', run, over],
    queryFn: ({ signal }) =>
      http.get<IdRuleTrial>(`/api/identity/rules/trials/${encodeURIComponent(run ?? '')}`, {
        signal,
      }),
    enabled: run !== null,
    placeholderData: (before) => before,
    retry: false,
  });
}
