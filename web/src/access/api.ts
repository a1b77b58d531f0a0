import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import {
  http,
  type CompanySettings,
  type Entity,
  type Invited,
  type LoginLink,
  type OutboundHost,
  type Person,
  type RoleInfo,
  type Session,
  type Trail,
  type Where,
} from '#api';

export function usePeople() {
  return useQuery({
    queryKey: ['access', 'people'],
    queryFn: ({ signal }) => http.get<Person[]>('/api/access/users', { signal }),
  });
}

export function useRoles() {
  return useQuery({
    queryKey: ['access', 'roles'],
    queryFn: ({ signal }) => http.get<RoleInfo[]>('/api/access/roles', { signal }),
    staleTime: Infinity,
  });
}

export interface TrailFilter {
  act?: string;
  user?: string;
}

export function useTrail(filter: TrailFilter, limit: number) {
  return useQuery({
    queryKey: ['access', 'trail', filter, limit],
    queryFn: ({ signal }) =>
      http.get<Trail>('/api/access/audit', { signal, query: { ...filter, limit } }),
    placeholderData: keepPreviousData,
  });
}

/** By which fields of a customer somebody's view can be narrowed: texts that everybody may see. */
export function useScopeFields() {
  return useQuery({
    queryKey: ['standard', 'entities'],
    queryFn: ({ signal }) => http.get<Entity[]>('/api/standard/entities', { signal }),
    staleTime: Infinity,
    select: (entities) =>
      entities
        .filter((entity) => entity.name === 'customer')
        .flatMap((entity) => entity.fields)
        .filter((field) => field.type === 'text' && field.sensitivity === 'open'),
  });
}

const at = (id: string) => `/api/access/users/${encodeURIComponent(id)}`;

export interface Rights {
  role: string;
  customers: Where;
  contacts: string;
}

export function useInvite() {
  return useChange((entered: Rights & { name: string }) =>
    http.post<Invited>('/api/access/users', entered),
  );
}

export function useChangeRights(id: string) {
  return useChange((rights: Rights) => http.put<Person>(at(id), rights));
}

export function useNewLink() {
  return useChange((person: Person) => http.post<LoginLink>(`${at(person.id)}/link`));
}

export function useSwitch() {
  return useChange((person: Person) =>
    http.post<Person>(`${at(person.id)}/${person.disabled ? 'enable' : 'disable'}`),
  );
}

/** Every change shows in the list of people, and in the trail. */
function useChange<I, O>(mutationFn: (input: I) => Promise<O>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn,
    onSuccess: () => client.invalidateQueries({ queryKey: ['access'] }),
  });
}

export function useSaveCompany() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (settings: CompanySettings) => http.put('/api/company', settings),
    // Its name stands in the frame of every page.
    onSuccess: () => client.invalidateQueries(),
  });
}

export function useSavePassword() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (entered: { current?: string; password: string }) =>
      http.put<Session>('/api/session/password', entered),
    onSuccess: () => client.invalidateQueries({ queryKey: ['session'] }),
  });
}

export function useHosts() {
  return useQuery({
    queryKey: ['outbound', 'hosts'],
    queryFn: ({ signal }) => http.get<OutboundHost[]>('/api/outbound/hosts', { signal }),
  });
}

/** What may be reached decides which channels can send. */
export function useSaveHosts() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (hosts: OutboundHost[]) => http.put<OutboundHost[]>('/api/outbound/hosts', hosts),
    onSuccess: () =>
      Promise.all(
        ['outbound', 'channels', 'access'].map((key) =>
          client.invalidateQueries({ queryKey: [key] }),
        ),
      ),
  });
}
