import type { TagRule } from '#api';
import * as lifecycle from './LifecycleForm';
import * as preference from './preference';

/** The form that a rule is changed in; nothing for rules that have none. */
export function draftOf(
  rule: TagRule,
): lifecycle.LifecycleDraft | preference.PreferenceDraft | null {
  if (rule.type === 'lifecycle') return lifecycle.draftOf(rule);
  return rule.type === 'preference' ? preference.draftOf(rule) : null;
}
