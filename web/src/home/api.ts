import { useQuery } from '@tanstack/react-query';
import { http, type HomeView } from '#api';

export function useHome() {
  return useQuery({
    queryKey: ['home'],
    queryFn: ({ signal }) => http.get<HomeView>('/api/home', { signal }),
  });
}
