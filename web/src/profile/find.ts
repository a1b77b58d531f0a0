import { http, type CustomerPage } from '#api';
import { i18next, MOST, type Found } from '#shell';

/** Customers by name, phone, card or number, as the list finds them. */
export async function findCustomers(text: string, signal: AbortSignal): Promise<Found[]> {
  const search = { text, offset: 0, limit: MOST };
  const page = await http.post<CustomerPage>('/api/profile/customers/search', search, { signal });
  return page.rows.map(({ id, name, phone, city }) => ({
    to: `/customers/${id}`,
    label: name ?? i18next.t('profile:nameless', { id }),
    note: [phone, city].filter(Boolean).join(' · '),
  }));
}
