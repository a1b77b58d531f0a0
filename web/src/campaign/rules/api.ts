import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import {
  http,
  type OptOuts,
  type OptOutsAdded,
  type SendingHours,
  type SendingLimits,
  type SendingSpan,
  type SmsFrame,
} from '#api';

export function useLimits() {
  return useQuery({
    queryKey: ['deliveries', 'limits'],
    queryFn: ({ signal }) => http.get<SendingLimits>('/api/deliveries/limits', { signal }),
  });
}

export function useHours() {
  return useQuery({
    queryKey: ['deliveries', 'hours'],
    queryFn: ({ signal }) => http.get<SendingHours>('/api/deliveries/hours', { signal }),
  });
}

export function useFrame() {
  return useQuery({
    queryKey: ['deliveries', 'sms'],
    queryFn: ({ signal }) => http.get<SmsFrame>('/api/deliveries/sms', { signal }),
  });
}

export interface OptOutFilter {
  part: string;
  lifted: boolean;
  offset: number;
  limit: number;
}

export function useOptOuts(filter: OptOutFilter) {
  return useQuery({
    queryKey: ['deliveries', 'opt-outs', filter],
    queryFn: ({ signal }) =>
      http.get<OptOuts>('/api/deliveries/opt-outs', { query: { ...filter }, signal }),
    placeholderData: keepPreviousData,
  });
}

/** Who gets a message follows from these: rehearsals are asked for anew too. */
function useChange<I, O>(mutationFn: (input: I) => Promise<O>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn,
    onSuccess: () =>
      Promise.all(
        ['deliveries', 'campaigns'].map((key) => client.invalidateQueries({ queryKey: [key] })),
      ),
  });
}

export function useSaveLimits() {
  return useChange((limits: SendingLimits) =>
    http.put<SendingLimits>('/api/deliveries/limits', limits),
  );
}

export function useSaveHours() {
  return useChange((spans: SendingSpan[]) =>
    http.put<SendingHours>('/api/deliveries/hours', spans),
  );
}

export function useSaveFrame() {
  return useChange((frame: SmsFrame) => http.put<SmsFrame>('/api/deliveries/sms', frame));
}

export function useAddOptOuts() {
  return useChange((wish: { addresses: string[]; reason: string }) =>
    http.post<OptOutsAdded>('/api/deliveries/opt-outs', wish),
  );
}

export function useLiftOptOut() {
  return useChange(({ number, reason }: { number: number; reason: string }) =>
    http.post(`/api/deliveries/opt-outs/${number}/lift`, { reason }),
  );
}
