import { ProblemError, type Fault } from '#api';
import { branchAt } from './write';

/**
 * What the server said against the condition, by the rule it speaks of. `root` is where the
 * condition stands in what was sent: `condition`, or `rule.cases[0].when` of a tag.
 */
export function faultsByRule(
  places: Map<string, number>,
  error: unknown,
  root = 'condition',
): Map<number, Fault[]> {
  const found = new Map<number, Fault[]>();
  if (!(error instanceof ProblemError)) return found;
  for (const fault of error.faults) {
    if (!fault.place.startsWith(root)) continue;
    const rule = branchAt(places, fault.place.slice(root.length));
    if (rule !== undefined) found.set(rule, [...(found.get(rule) ?? []), fault]);
  }
  return found;
}
