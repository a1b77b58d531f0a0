import type { Aggregate, Decimal, Op, Value, Where } from '#api';

/**
 * A condition while it is being drawn: the same tree as {@link Condition}, with names for its
 * branches, with gaps where nothing was entered yet, and with the operators people speak of
 * ("between", "did not") instead of the ones that they are made of.
 */
export type Draft = Group;

export type Join = 'all' | 'any';

export interface Group {
  id: number;
  type: 'group';
  join: Join;
  /** Whoever meets it is left out. */
  not: boolean;
  of: Branch[];
}

export interface Rule {
  id: number;
  type: 'rule';
  not: boolean;
  atom: Atom;
}

export type Branch = Group | Rule;

export type Atom = FieldAtom | BehaviourAtom | TraitAtom;

export type TestOp =
  | Op
  | 'between'
  | 'in'
  | 'notIn'
  /** All of several values, where a customer may hold more than one. */
  | 'hasAll'
  | 'contains'
  | 'notContains'
  | 'startsWith'
  | 'missing'
  | 'present';

/** One field against values; `null` is a gap. */
export interface Test {
  field: string;
  op: TestOp;
  values: Value[];
}

/** Something that stands in the customer's row. */
export interface FieldAtom {
  about: 'field';
  test: Test;
}

export type WindowDraft =
  | { type: 'lastDays'; days: number | null }
  /** As in a period, `until` is the first day that no longer belongs. */
  | { type: 'during'; from: string | null; until: string | null }
  /** Between so many days ago and so many, both counted. */
  | { type: 'ago'; from: number | null; to: number | null }
  | { type: 'running'; unit: 'MONTH' | 'YEAR' }
  | { type: 'firstDays'; days: number | null }
  | { type: 'ever' };

/** `in` and `notIn` are for what is picked out of the rows, such as the most frequent category. */
export type BoundOp = Op | 'between' | 'did' | 'didNot' | 'in' | 'notIn';

/** Something that the customer did, counted. */
export interface BehaviourAtom {
  about: 'behaviour';
  entity: 'event' | 'item' | 'order';
  /** Which of the rows count; all of these must hold. */
  tests: Test[];
  /** Filters of another shape, made elsewhere: shown and kept, not edited. */
  kept: Where[];
  aggregate: Aggregate;
  of: string | null;
  window: WindowDraft;
  op: BoundOp;
  bounds: (Decimal | null)[];
  /** What the picked value may be. */
  picks?: Value[];
}

/** A tag value, or being in a segment. */
export interface TraitAtom {
  about: 'trait';
  trait: string;
  op: TestOp;
  values: Value[];
}

/** The field that says what a row is: a sale or a return, a payment or a message. */
export const HEAD: Record<BehaviourAtom['entity'], string> = {
  order: 'order.kind',
  item: 'item.kind',
  event: 'event.name',
};

/** What is counted, when it is one thing: `sale`, `paid`. */
export function headOf(atom: Pick<BehaviourAtom, 'entity' | 'tests'>): string | null {
  const head = atom.tests.find((test) => test.field === HEAD[atom.entity]);
  const [value, ...others] = head?.values ?? [];
  return head?.op === 'in' && others.length === 0 && typeof value === 'string' ? value : null;
}

/** The filters besides the one that says what is counted. */
export const filtersOf = (atom: Pick<BehaviourAtom, 'entity' | 'tests'>): Test[] =>
  headOf(atom) === null
    ? atom.tests
    : atom.tests.filter((test) => test.field !== HEAD[atom.entity] || test.op !== 'in');

export const empty: Draft = { id: 0, type: 'group', join: 'all', not: false, of: [] };

/** Saying the opposite in one word, where there is one. */
export const OPPOSITE: Partial<Record<TestOp, TestOp>> = {
  in: 'notIn',
  notIn: 'in',
  contains: 'notContains',
  notContains: 'contains',
  missing: 'present',
  present: 'missing',
};

const OTHER: Partial<Record<BoundOp, BoundOp>> = {
  did: 'didNot',
  didNot: 'did',
  in: 'notIn',
  notIn: 'in',
};

/** The same rule, said the other way round. */
export function negated(rule: Rule): Rule {
  const { atom } = rule;
  if (!rule.not) {
    if (atom.about === 'field') {
      const op = OPPOSITE[atom.test.op];
      if (op) return { ...rule, atom: { ...atom, test: { ...atom.test, op } } };
    }
    if (atom.about === 'trait') {
      const op = OPPOSITE[atom.op];
      if (op) return { ...rule, atom: { ...atom, op } };
    }
    if (atom.about === 'behaviour') {
      const op = OTHER[atom.op];
      if (op) return { ...rule, atom: { ...atom, op } };
    }
  }
  return { ...rule, not: !rule.not };
}
