import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { http, type ValueRules, type ValueRulesAsked, type ValueTrial } from '#api';

const RULES = '/api/profile/survivorship';

/** The rule of each field, and the order of sources by trust. */
export function useValueRules() {
  return useQuery({
    queryKey: ['customers', 'survivorship'],
    queryFn: ({ signal }) => http.get<ValueRules>(RULES, { signal }),
  });
}

/** What other rules would change; the former answer stays in sight until the next is there. */
export function useValueTrial(asked: ValueRulesAsked | undefined) {
  return useQuery({
    queryKey: ['customers', 'survivorship', 'trial', asked],
    queryFn: ({ signal }) => http.post<ValueTrial>(`${RULES}/trial`, asked, { signal }),
    enabled: asked !== undefined,
    placeholderData: keepPreviousData,
    retry: false,
  });
}

/**
 * All customers are put together anew by a run that begins at once. `saved` is told here, and not
 * by whoever saves: the rules that come back make the form anew.
 */
export function useSaveValueRules(saved: () => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (asked: ValueRulesAsked) => http.put<ValueRules>(RULES, asked),
    onSuccess: () => {
      saved();
      return Promise.all(
        ['customers', 'runs'].map((key) => client.invalidateQueries({ queryKey: [key] })),
      );
    },
  });
}
