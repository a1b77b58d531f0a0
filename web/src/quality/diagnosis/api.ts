import { useMutation, useQuery } from '@tanstack/react-query';
import { http, type Diagnosis } from '#api';

const DIAGNOSIS = '/api/quality/diagnosis';

/** What came, what was wrong with it, what was done, and what to do next; of one source or of all. */
export function useDiagnosis(source: string | undefined) {
  return useQuery({
    queryKey: ['quality', 'diagnosis', source ?? ''],
    queryFn: ({ signal }) => http.get<Diagnosis>(DIAGNOSIS, { query: { source }, signal }),
  });
}

/** The same as a workbook. */
export function useDiagnosisFile() {
  return useMutation({
    mutationFn: (source: string | undefined) =>
      http.download(`${DIAGNOSIS}/file${source ? `?source=${encodeURIComponent(source)}` : ''}`),
  });
}
