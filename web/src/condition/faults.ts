import { ProblemError, type Fault } from '#api';
import { branchAt } from '#condition';

/** What the server said against the condition, by the rule it speaks of. */
export function faultsByRule(places: Map<string, number>, error: unknown): Map<number, Fault[]> {
  const found = new Map<number, Fault[]>();
  if (!(error instanceof ProblemError)) return found;
  for (const fault of error.faults) {
    if (!fault.place?.startsWith('condition')) continue;
    const rule = branchAt(places, fault.place);
    if (rule !== undefined) found.set(rule, [...(found.get(rule) ?? []), fault]);
  }
  return found;
}
