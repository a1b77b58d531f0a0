import type { Where } from '#api';

/** "Customers whose 城市 is 上海 or 杭州", as the form has it; no field is everybody. */
export interface Scope {
  field: string | undefined;
  values: string[];
}

export function toWhere({ field, values }: Scope): Where {
  return field === undefined ? { type: 'always' } : { type: 'in', field, values };
}

/** Null for a condition that was set elsewhere and is more than this form can say. */
export function fromWhere(where: Where): Scope | null {
  if (where.type === 'always') return { field: undefined, values: [] };
  if (where.type === 'in' && where.values.every((value) => typeof value === 'string'))
    return { field: where.field, values: where.values };
  if (where.type === 'compare' && where.op === 'EQ' && typeof where.value === 'string')
    return { field: where.field, values: [where.value] };
  return null;
}
