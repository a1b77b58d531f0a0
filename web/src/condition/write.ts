import type { Condition, Measure, Op, Value, Where, Window } from '#api';
import type {
  Atom,
  BehaviourAtom,
  Branch,
  Draft,
  Group,
  Test,
  TraitAtom,
  WindowDraft,
} from './draft';

export interface Written {
  /** The condition without the rules that still have gaps. */
  condition: Condition;
  /** The rules that still have gaps. */
  gaps: number[];
  /** Where each branch came to stand, as the server names places in its faults: `.of[1].of[0]`. */
  places: Map<string, number>;
}

/** The condition that a draft stands for. */
export function write(draft: Draft): Written {
  const gaps: number[] = [];
  const places = new Map<string, number>();
  const branch = (one: Branch, place: string): Condition | null => {
    const inner = one.not ? `${place}.of` : place;
    const made = one.type === 'group' ? group(one, inner) : atomCondition(one.atom);
    if (made === null) {
      if (one.type === 'rule') gaps.push(one.id);
      return null;
    }
    places.set(place, one.id);
    return one.not ? { type: 'not', of: made } : made;
  };
  const group = (one: Group, place: string): Condition | null => {
    const of: Condition[] = [];
    for (const child of one.of) {
      const made = branch(child, `${place}.of[${of.length}]`);
      if (made) of.push(made);
    }
    return of.length === 0 ? null : { type: one.join, of };
  };
  return { condition: branch(draft, '') ?? { type: 'all', of: [] }, gaps, places };
}

/** The branch that a fault speaks of: the one that stands nearest above its place. */
export function branchAt(places: Map<string, number>, place: string): number | undefined {
  const path = place.replace(/^[^.[]*/, '');
  let found: string | undefined;
  for (const known of places.keys()) {
    const above =
      path === known || (path.startsWith(known) && /^[.[]/.test(path[known.length] ?? ''));
    if (above && known.length >= (found?.length ?? 0)) found = known;
  }
  return found === undefined ? undefined : places.get(found);
}

const whole = (value: unknown): boolean => value !== null && value !== undefined && value !== '';

export function atomCondition(atom: Atom): Condition | null {
  switch (atom.about) {
    case 'field': {
      const customer = testWhere(atom.test);
      return customer && { type: 'attribute', customer };
    }
    case 'behaviour':
      return behaviour(atom);
    case 'trait':
      return trait(atom);
  }
}

export function testWhere({ field, op, values }: Test): Where | null {
  const [first, second] = values;
  const compare = (as: Op, value: Value): Where => ({ type: 'compare', field, op: as, value });
  switch (op) {
    case 'in':
    case 'notIn': {
      if (first === undefined || !values.every(whole)) return null;
      const among: Where =
        values.length === 1 ? compare('EQ', first) : { type: 'in', field, values };
      return op === 'in' ? among : { type: 'except', not: among };
    }
    case 'hasAll':
      return first === undefined || !values.every(whole)
        ? null
        : { type: 'both', all: values.map((value) => compare('EQ', value)) };
    case 'contains':
    case 'notContains':
    case 'startsWith': {
      if (typeof first !== 'string' || first === '') return null;
      const like: Where = {
        type: op === 'startsWith' ? 'startsWith' : 'contains',
        field,
        text: first,
      };
      return op === 'notContains' ? { type: 'except', not: like } : like;
    }
    case 'missing':
      return { type: 'missing', field };
    case 'present':
      return { type: 'except', not: { type: 'missing', field } };
    case 'between':
      return first !== undefined && second !== undefined && whole(first) && whole(second)
        ? { type: 'both', all: [compare('GE', first), compare('LE', second)] }
        : null;
    case 'EQ':
    case 'NE':
    case 'GE':
    case 'GT':
    case 'LE':
    case 'LT':
      return first !== undefined && whole(first) ? compare(op, first) : null;
  }
}

function behaviour(atom: BehaviourAtom): Condition | null {
  const window = writtenWindow(atom.window);
  const rows = atom.tests.map(testWhere);
  if (window === null || rows.some((row) => row === null)) return null;
  const all = [...(rows as Where[]), ...atom.kept];
  const measure: Measure = {
    entity: atom.entity,
    rows:
      all.length === 0
        ? { type: 'always' }
        : all.length === 1 && all[0]
          ? all[0]
          : { type: 'both', all },
    aggregate: atom.aggregate,
    ...(atom.of === null ? {} : { of: atom.of }),
    window,
  };
  const bound = (op: Op, at: number): Condition | null => {
    const value = atom.bounds[at];
    return value === null || value === undefined || value === ''
      ? null
      : { type: 'behaviour', measure, op, bound: Number(value) };
  };
  switch (atom.op) {
    case 'in':
    case 'notIn': {
      const values = atom.picks ?? [];
      if (values.length === 0 || !values.every(whole)) return null;
      const among: Condition = { type: 'picked', measure, values };
      return atom.op === 'in' ? among : { type: 'not', of: among };
    }
    case 'did':
      return { type: 'behaviour', measure, op: 'GE', bound: 1 };
    case 'didNot':
      return { type: 'behaviour', measure, op: 'EQ', bound: 0 };
    case 'between': {
      const [low, high] = [bound('GE', 0), bound('LE', 1)];
      return low && high && { type: 'all', of: [low, high] };
    }
    case 'EQ':
    case 'NE':
    case 'GE':
    case 'GT':
    case 'LE':
    case 'LT':
      return bound(atom.op, 0);
  }
}

export function writtenWindow(window: WindowDraft): Window | null {
  switch (window.type) {
    case 'lastDays':
      return window.days === null ? null : { type: 'lastDays', days: window.days };
    case 'during':
      return window.from === null || window.until === null
        ? null
        : { type: 'during', period: { from: window.from, until: window.until } };
    case 'ago':
      return window.from === null || window.to === null
        ? null
        : { type: 'ago', from: window.from, to: window.to };
    case 'running':
      return { type: 'running', unit: window.unit };
    case 'firstDays':
      return window.days === null ? null : { type: 'firstDays', days: window.days };
    case 'ever':
      return { type: 'ever' };
  }
}

function trait({ trait, op, values }: TraitAtom): Condition | null {
  const [first, second] = values;
  const holds = (as: Op, value: Value): Condition => ({ type: 'holds', trait, op: as, value });
  switch (op) {
    case 'in':
    case 'notIn': {
      if (first === undefined || !values.every(whole)) return null;
      const among: Condition =
        values.length === 1
          ? holds('EQ', first)
          : { type: 'any', of: values.map((value) => holds('EQ', value)) };
      return op === 'in' ? among : { type: 'not', of: among };
    }
    case 'hasAll':
      if (first === undefined || !values.every(whole)) return null;
      return values.length === 1
        ? holds('EQ', first)
        : { type: 'all', of: values.map((value) => holds('EQ', value)) };
    case 'between':
      return first !== undefined && second !== undefined && whole(first) && whole(second)
        ? { type: 'all', of: [holds('GE', first), holds('LE', second)] }
        : null;
    case 'EQ':
    case 'NE':
    case 'GE':
    case 'GT':
    case 'LE':
    case 'LT':
      return first !== undefined && whole(first) ? holds(op, first) : null;
    case 'contains':
    case 'notContains':
    case 'startsWith':
    case 'missing':
    case 'present':
      return null;
  }
}
