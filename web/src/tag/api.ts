import { useQuery } from '@tanstack/react-query';
import { http, type Why } from '#api';

/** Why a customer has a tag, or is in a segment: `tag/vip`, `segment/s1`. */
export function useWhy(trait: string | null, customer: number | null) {
  return useQuery({
    queryKey: ['tags', 'why', trait, customer],
    queryFn: ({ signal }) => {
      const [kind, id = ''] = (trait ?? '').split('/');
      const at = kind === 'segment' ? 'segments' : 'tags';
      return http.get<Why>(`/api/${at}/${encodeURIComponent(id)}/why/${customer}`, { signal });
    },
    enabled: trait !== null && customer !== null,
  });
}
