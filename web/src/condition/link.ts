import type { Condition } from '#api';

/** A condition in an address, so that a link opens the builder or a list with it. */
export const inAddress = (condition: Condition): string => JSON.stringify(condition);

/** The condition of an address; nothing when there is none or the address was cut off. */
export function fromAddress(text: string | null): Condition | null {
  if (!text) return null;
  try {
    const found: unknown = JSON.parse(text);
    return isCondition(found) ? found : null;
  } catch {
    return null;
  }
}

const TYPES = ['all', 'any', 'not', 'attribute', 'behaviour', 'picked', 'holds'];

/** Only as much as keeps the screen from falling over; the server checks the rest. */
function isCondition(found: unknown): found is Condition {
  if (typeof found !== 'object' || found === null) return false;
  const { type, of, customer, measure, trait } = found as Record<string, unknown>;
  if (typeof type !== 'string' || !TYPES.includes(type)) return false;
  switch (type) {
    case 'all':
    case 'any':
      return Array.isArray(of) && of.every(isCondition);
    case 'not':
      return isCondition(of);
    case 'attribute':
      return isWhere(customer);
    case 'behaviour':
    case 'picked': {
      if (typeof measure !== 'object' || measure === null) return false;
      const { rows, window, entity } = measure as Record<string, unknown>;
      return (
        isWhere(rows) && typeof entity === 'string' && typeof window === 'object' && window !== null
      );
    }
    default:
      return typeof trait === 'string';
  }
}

function isWhere(found: unknown): boolean {
  if (typeof found !== 'object' || found === null) return false;
  const { type, field, all, any, not, values } = found as Record<string, unknown>;
  switch (type) {
    case 'always':
      return true;
    case 'both':
      return Array.isArray(all) && all.every(isWhere);
    case 'either':
      return Array.isArray(any) && any.every(isWhere);
    case 'except':
      return isWhere(not);
    case 'in':
      return typeof field === 'string' && Array.isArray(values);
    case 'compare':
    case 'missing':
    case 'startsWith':
    case 'contains':
      return typeof field === 'string';
    default:
      return false;
  }
}

/** The builder, opened with a condition. */
export const builderAddress = (condition: Condition): string =>
  `/segments/new?who=${encodeURIComponent(inAddress(condition))}`;

/** The list of the customers who meet a condition. */
export const customersAddress = (condition: Condition): string =>
  `/customers?who=${encodeURIComponent(inAddress(condition))}`;
