import type { BoardFilter, Condition } from '#api';
import { fromAddress, inAddress } from '#condition';
import { isRolling, spanFromAddress, spanInAddress, type Span } from '#insight';

/** What all tiles of a board are about: these days, and these customers. */
export interface Filter {
  span: Span | null;
  who: Condition | null;
}

/** What an address says instead of the board: each chart its own days, all customers. */
const OWN = 'own';
const ALL = 'all';

export function savedFilter(filter: BoardFilter | null | undefined): Filter {
  return { span: filter?.rolling ?? filter?.period ?? null, who: filter?.who ?? null };
}

/** The filter of an address; where it is silent, the one that was saved with the board. */
export function filterFrom(search: URLSearchParams, saved: Filter): Filter {
  const [period, who] = [search.get('period'), search.get('who')];
  return {
    span: period === OWN ? null : (spanFromAddress(period) ?? saved.span),
    who: who === ALL ? null : (fromAddress(who) ?? saved.who),
  };
}

/** Writes a filter into an address, as little of it as brings it back. */
export function putFilter(search: URLSearchParams, filter: Filter, saved: Filter): void {
  const put = (name: string, text: string | null, usual: string | null, none: string) => {
    if (text === usual) search.delete(name);
    else search.set(name, text ?? none);
  };
  put('period', spanText(filter.span), spanText(saved.span), OWN);
  put('who', whoText(filter.who), whoText(saved.who), ALL);
}

const spanText = (span: Span | null) => span && spanInAddress(span);
const whoText = (who: Condition | null) => who && inAddress(who);

export const isSame = (a: Filter, b: Filter): boolean =>
  spanText(a.span) === spanText(b.span) && whoText(a.who) === whoText(b.who);

/** As it is saved with a board. */
export function toSave({ span, who }: Filter): BoardFilter | undefined {
  if (!span && !who) return undefined;
  return {
    ...(span && isRolling(span) ? { rolling: span } : {}),
    ...(span && !isRolling(span) ? { period: span } : {}),
    ...(who ? { who } : {}),
  };
}
