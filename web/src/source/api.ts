import {
  keepPreviousData,
  queryOptions,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import {
  http,
  type Cell,
  type Entity,
  type FileLook,
  type Grain,
  type ImportCheck,
  type ImportedFile,
  type ImportedFiles,
  type Layout,
  type Mapping,
  type SourceBatch,
  type SourceName,
  type SourceView,
  type Upload,
} from '#api';
import { useLabel } from '#shell';

/** All systems and what came from them. */
export function useSources() {
  return useQuery({
    queryKey: ['source', 'sources'],
    queryFn: ({ signal }) => http.get<SourceView[]>('/api/source/sources', { signal }),
  });
}

/** What a source is called: 会员系统 for crm. */
export function useSourceNames(): (source: string) => string {
  const label = useLabel();
  const { data, isPending } = useQuery({
    queryKey: ['source', 'names'],
    queryFn: ({ signal }) => http.get<SourceName[]>('/api/source/names', { signal }),
  });
  return useCallback(
    (source) =>
      label(data?.find((one) => one.source === source)?.label) || (isPending ? '…' : source),
    [data, isPending, label],
  );
}

/** What comes by a feed: 订单明细 for the lines of shop; its short name where nobody knows it. */
export function useFeedNames(): (source: string, feed: string) => string {
  const { t } = useTranslation('source');
  const { data, isPending } = useSources();
  return useCallback(
    (source, feed) => {
      const known = data
        ?.find((one) => one.source === source)
        ?.feeds.find((one) => one.feed === feed);
      if (known) return t(`grain.${known.grain}Rows`);
      return isPending ? '…' : feed;
    },
    [data, isPending, t],
  );
}

/** The customer data standard: what can be known about customers, orders and deliveries. */
export function useStandard() {
  return useQuery({
    queryKey: ['standard', 'entities'],
    queryFn: ({ signal }) => http.get<Entity[]>('/api/standard/entities', { signal }),
    staleTime: 600_000,
  });
}

/** What a field of the standard is called: 手机号 for customer.phone. */
export function useFieldNames(): (key: string | undefined) => string {
  const label = useLabel();
  const { data } = useStandard();
  return useCallback(
    (key) => {
      if (key === undefined) return '';
      for (const entity of data ?? []) {
        const field = entity.fields.find((one) => one.key === key);
        if (field) return label(field.label);
      }
      return key;
    },
    [data, label],
  );
}

/** What a code of a field is called: 女 for female; nothing when the field has no codes. */
export function useCodeNames(): (field: string, value: Cell) => string | undefined {
  const label = useLabel();
  const { data } = useStandard();
  return useCallback(
    (field, value) => {
      const codes = data
        ?.flatMap((entity) => entity.fields)
        .find((one) => one.key === field)?.codes;
      const code = codes?.find((one) => one.value === value);
      return code && label(code.label);
    },
    [data, label],
  );
}

const at = (upload: string) => `/api/source/uploads/${encodeURIComponent(upload)}`;

export const upload = (file: File) => http.upload<Upload>('/api/source/uploads', file);

/** The file read again in another way. */
export function useLook(upload: Upload, layout: Layout | null) {
  return useQuery({
    queryKey: ['source', 'look', upload.id, layout],
    queryFn: ({ signal }) => http.post<FileLook>(`${at(upload.id)}/look`, { layout }, { signal }),
    enabled: layout !== null,
    placeholderData: keepPreviousData,
    staleTime: Infinity,
  });
}

/** What the columns seem to mean, from their names and values, and from what a person says a row is. */
export const suggestionQuery = (upload: string, source: string, layout: Layout, grain?: Grain) =>
  queryOptions({
    queryKey: ['source', 'suggest', upload, source, layout, grain],
    queryFn: ({ signal }) =>
      http.post<Mapping>(`${at(upload)}/suggest`, { source, layout, grain }, { signal }),
    staleTime: Infinity,
  });

/** A dry run: what the first rows become, and which would be set aside. Nothing is kept. */
export const checkQuery = (upload: string, mapping: Mapping) =>
  queryOptions({
    queryKey: ['source', 'check', upload, mapping],
    queryFn: ({ signal }) => http.post<ImportCheck>(`${at(upload)}/check`, { mapping }, { signal }),
    staleTime: Infinity,
    // The messages are written in the language of the request.
    gcTime: 0,
  });

/** Takes all files in at once and refreshes once. `again`: also what was imported before. */
export function useImport() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({
      pieces: [first, ...more],
      again,
    }: {
      pieces: { upload: string; mapping: Mapping }[];
      again: boolean;
    }) => {
      const wanted = { ...first, more, again };
      return String((await http.post<{ run: string | number }>('/api/source/imports', wanted)).run);
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['runs'] }),
  });
}

/** What an import has made of its files so far; asked again and again until it is over. */
export function useImportOf(run: string, over: boolean) {
  return useQuery({
    queryKey: ['source', 'import', run, over],
    queryFn: ({ signal }) =>
      http.get<ImportedFile[]>(`/api/source/imports/${encodeURIComponent(run)}`, { signal }),
    placeholderData: keepPreviousData,
    refetchInterval: over ? false : 1_500,
  });
}

export interface WhichFiles {
  source?: string;
  state?: string;
  offset?: number;
  limit?: number;
}

/** Every file that was imported, the newest first. */
export function useImportedFiles(which: WhichFiles) {
  return useQuery({
    queryKey: ['source', 'imports', which],
    queryFn: ({ signal }) =>
      http.get<ImportedFiles>('/api/source/imports', { query: { ...which }, signal }),
    placeholderData: keepPreviousData,
    refetchInterval: (query) =>
      query.state.data?.files.some((file) => file.state === 'waiting') ? 2_000 : false,
  });
}

/** Begins again what an import left undone; gives the new run. */
export function useRetry() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (run: number) =>
      String((await http.post<{ run: number }>(`/api/source/imports/${run}/retry`)).run),
    onSettled: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: ['runs'] }),
        client.invalidateQueries({ queryKey: ['source'] }),
      ]),
  });
}

/** The files that came from a source, the newest first. */
export function useBatches(source: string) {
  return useQuery({
    queryKey: ['source', 'batches', source],
    queryFn: ({ signal }) =>
      http.get<SourceBatch[]>(`/api/source/sources/${encodeURIComponent(source)}/batches`, {
        signal,
      }),
  });
}

/** The columns and newest rows of what has landed in a feed. */
export function useLanded(source: string, feed: string) {
  return useQuery({
    queryKey: ['source', 'landed', source, feed],
    queryFn: ({ signal }) => http.get<FileLook>(`${mappingAt(source, feed)}/look`, { signal }),
  });
}

export function useMapping(source: string, feed: string) {
  return useQuery({
    queryKey: ['source', 'mapping', source, feed],
    queryFn: ({ signal }) => http.get<Mapping>(mappingAt(source, feed), { signal }),
  });
}

/** Keeps a changed mapping; what has landed is read by it anew. */
export function useRemap() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (mapping: Mapping) => {
      const { run } = await http.put<{ run: string | number }>(
        mappingAt(mapping.source, mapping.feed),
        mapping,
      );
      return String(run);
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['runs'] }),
  });
}

const mappingAt = (source: string, feed: string) =>
  `/api/source/mappings/${encodeURIComponent(source)}/${encodeURIComponent(feed)}`;
