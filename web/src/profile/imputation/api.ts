import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { http, type ImputationAsked, type ImputationOverview, type ImputationTrial } from '#api';

const RULES = '/api/profile/imputation';

/** The fields that may be inferred; `running`: asked again once the run has ended. */
export function useImputations(running: boolean) {
  return useQuery({
    queryKey: ['customers', 'imputation', running],
    queryFn: ({ signal }) => http.get<ImputationOverview>(RULES, { signal }),
    placeholderData: keepPreviousData,
  });
}

/** How right a rule is; nothing is asked before somebody wants it tried. */
export function useImputationTrial(asked: ImputationAsked | undefined) {
  return useQuery({
    queryKey: ['customers', 'imputation', 'trial', asked],
    queryFn: ({ signal }) => http.post<ImputationTrial>(`${RULES}/trial`, asked, { signal }),
    enabled: asked !== undefined,
    retry: false,
  });
}

function useTold<T>(act: (asked: T) => Promise<ImputationOverview>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSuccess: () =>
      Promise.all(
        ['customers', 'runs', 'vocabulary'].map((key) =>
          client.invalidateQueries({ queryKey: [key] }),
        ),
      ),
  });
}

/** A run that begins at once fills what is missing. */
export const useApplyImputation = () =>
  useTold((asked: ImputationAsked) => http.put<ImputationOverview>(RULES, asked));

/** What was inferred goes with the run that begins. */
export const useStopImputation = () =>
  useTold((field: string) => http.delete<ImputationOverview>(`${RULES}/${field}`));
