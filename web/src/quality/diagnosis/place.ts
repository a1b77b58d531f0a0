import type { Diagnosis } from '#api';

/** Where an advice is followed; nowhere for what is to be done in the source itself. */
export function placeOf(
  advice: Pick<Diagnosis['next'][number], 'what' | 'source' | 'feed' | 'field' | 'reason'>,
): string | undefined {
  if (advice.what === 'import') return '/sources/import';
  if (advice.what === 'fill' || advice.what === 'masked') return undefined;
  const search = new URLSearchParams({
    source: advice.source,
    feed: advice.feed,
    what: advice.what === 'mend-at-source' ? 'values' : 'rows',
    ...(advice.field ? { field: advice.field } : {}),
    ...(advice.reason ? { reason: advice.reason } : {}),
  });
  return `/quality?${search.toString()}#quarantine`;
}
