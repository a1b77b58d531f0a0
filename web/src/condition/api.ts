import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import {
  http,
  type Condition,
  type ConditionPart,
  type Occurring,
  type SegmentCount,
  type SegmentView,
  type TagView,
  type Vocabulary,
} from '#api';
import { useDelayed, useFormat, useLabel, useTranslation } from '#shell';
import { lexicon, NO_WORDS, type Lexicon } from './vocabulary';
import type { Speech } from './speech';

/** What conditions may speak of, with the words for it. */
export function useVocabulary() {
  return useQuery({
    queryKey: ['segments', 'vocabulary'],
    queryFn: ({ signal }) => http.get<Vocabulary>('/api/segments/vocabulary', { signal }),
    staleTime: 60_000,
  });
}

/** The vocabulary found by key; empty until it is there. */
export function useLexicon(): Lexicon {
  const { data } = useVocabulary();
  return useMemo(() => lexicon(data ?? NO_WORDS), [data]);
}

/** Which values of a tag there are, the most frequent first, each with who of those in sight holds it. */
export function useHeld(trait: string, wanted: boolean): TagView['values'] {
  const { data } = useQuery({
    queryKey: ['tags', 'held', trait],
    queryFn: ({ signal }) =>
      http.get<TagView>(`/api/tags/${encodeURIComponent(trait.slice(TAG.length))}`, { signal }),
    enabled: wanted && trait.startsWith(TAG),
    staleTime: 60_000,
  });
  return data?.values ?? NONE_HELD;
}

const TAG = 'tag/';
const NONE_HELD: TagView['values'] = [];

/**
 * Which values of a text field occur, the most frequent first, with how many customers in sight
 * have each. Nothing is asked before somebody looks: `part` is null until then. Where there are
 * more than the server offers at once, what is typed is looked for there, else among these.
 */
export function useOccurring(field: string, part: string | null, wanted: boolean) {
  const looked = useDelayed(part?.trim() ?? '', 250);
  const looks = wanted && part !== null;
  const first = useQuery({ ...occurring(field, ''), enabled: looks });
  const isAll = first.data === undefined || first.data.length < MOST_OFFERED;
  const found = useQuery({
    ...occurring(field, looked),
    enabled: looks && !isAll && looked !== '',
    placeholderData: keepPreviousData,
  });
  return {
    /** Whether there is, or may yet be, anything to choose from. */
    offers: wanted && first.data?.length !== 0,
    values: isAll || looked === '' ? first.data : (found.data ?? first.data),
  };
}

const occurring = (field: string, part: string) =>
  queryOptions({
    queryKey: ['segments', 'occurring', field, part],
    queryFn: ({ signal }) =>
      http.get<Occurring[]>('/api/segments/vocabulary/values', { signal, query: { field, part } }),
    staleTime: 60_000,
  });

/** As many as the server gives at once. */
const MOST_OFFERED = 50;

/** The voice that puts conditions into words, in the language of the screen. */
export function useSpeech(): Speech {
  const { t } = useTranslation('condition');
  const label = useLabel();
  const format = useFormat();
  const known = useLexicon();
  return useMemo(
    () => ({ t: (key, slots) => t(key, slots ?? {}), label, format, lexicon: known }),
    [t, label, format, known],
  );
}

/** How many customers meet each part of a condition by itself. */
export function useParts(condition: Condition | null) {
  return useQuery({
    queryKey: ['segments', 'parts', condition],
    queryFn: ({ signal }) =>
      http.post<ConditionPart[]>('/api/segments/count/parts', { condition }, { signal }),
    enabled: condition !== null,
  });
}

/**
 * How many customers meet a condition; of a limited segment, how many have a place. Another condition cancels the question that is under way;
 * the former answer stays in sight until the next is there.
 */
export function useCount(condition: Condition | null, cap?: SegmentView['cap']) {
  return useQuery({
    queryKey: ['segments', 'count', condition, cap],
    queryFn: ({ signal }) =>
      http.post<SegmentCount>('/api/segments/count', { condition, cap }, { signal }),
    enabled: condition !== null,
    placeholderData: keepPreviousData,
    // Also while nobody looks at it any more, an answer is right until the next run.
    staleTime: 60_000,
  });
}
