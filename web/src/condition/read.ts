import type { Condition, Measure, Op, Value, Where, Window } from '#api';
import {
  negated,
  type Atom,
  type BehaviourAtom,
  type Branch,
  type Draft,
  type Rule,
  type Test,
  type WindowDraft,
} from './draft';

/**
 * The draft that stands for a condition, whoever made it. A few conditions cannot be drawn (a group
 * that nobody can meet, for one): for them there is none, and they are shown but not edited.
 */
export function read(condition: Condition): Draft | null {
  let ids = 0;
  const made = branch(condition, () => ++ids);
  if (made === 'impossible') return null;
  if (made === 'always') return { id: 0, type: 'group', join: 'all', not: false, of: [] };
  return made.type === 'group'
    ? { ...made, id: 0 }
    : { id: 0, type: 'group', join: 'all', not: false, of: [made] };
}

type Made = Branch | 'always' | 'impossible';
type Ids = () => number;

function branch(condition: Condition, ids: Ids): Made {
  switch (condition.type) {
    case 'all':
    case 'any': {
      const as = rangeOf(condition) ?? choiceOf(condition);
      if (as) return { id: ids(), type: 'rule', not: false, atom: as };
      const id = ids();
      return joined(
        condition.type,
        condition.of.map((one) => branch(one, ids)),
        id,
      );
    }
    case 'not':
      return opposite(branch(condition.of, ids));
    case 'attribute':
      return field(condition.customer, ids);
    case 'behaviour':
      return { id: ids(), type: 'rule', not: false, atom: behaviour(condition) };
    case 'picked':
      return { id: ids(), type: 'rule', not: false, atom: picked(condition) };
    case 'holds':
      return {
        id: ids(),
        type: 'rule',
        not: false,
        atom: {
          about: 'trait',
          trait: condition.trait,
          ...compared(condition.op, condition.value),
        },
      };
  }
}

/** A group; what is always true changes nothing in an and, and is the whole of an or. */
function joined(join: 'all' | 'any', parts: Made[], id: number): Made {
  if (parts.includes('impossible')) return 'impossible';
  if (join === 'any' && parts.length === 0) return 'impossible';
  if (join === 'any' && parts.includes('always')) return 'always';
  const of = parts.filter((part): part is Branch => typeof part === 'object');
  return of.length === 0 ? 'always' : { id, type: 'group', join, not: false, of };
}

function opposite(made: Made): Made {
  if (typeof made === 'string') return 'impossible';
  return made.type === 'rule' ? negated(made) : { ...made, not: !made.not };
}

/** A filter of the customer's row, taken apart so that every rule is about one field. */
function field(where: Where, ids: Ids): Made {
  const test = testOf(where);
  if (test) return { id: ids(), type: 'rule', not: false, atom: { about: 'field', test } };
  switch (where.type) {
    case 'both':
    case 'either': {
      const id = ids();
      const parts = where.type === 'both' ? where.all : where.any;
      return joined(
        where.type === 'both' ? 'all' : 'any',
        parts.map((one) => field(one, ids)),
        id,
      );
    }
    case 'except':
      return opposite(field(where.not, ids));
    default:
      return 'always';
  }
}

/** A filter about one field, as one test; nothing for what needs a group. */
export function testOf(where: Where): Test | null {
  switch (where.type) {
    case 'always':
    case 'either':
      return null;
    case 'compare':
      return { field: where.field, ...compared(where.op, where.value) };
    case 'in':
      return { field: where.field, op: 'in', values: where.values };
    case 'missing':
      return { field: where.field, op: 'missing', values: [] };
    case 'startsWith':
    case 'contains':
      return { field: where.field, op: where.type, values: [where.text] };
    case 'both': {
      const [low, high, more] = where.all;
      if (more || low?.type !== 'compare' || high?.type !== 'compare') return null;
      return low.field === high.field && low.op === 'GE' && high.op === 'LE'
        ? { field: low.field, op: 'between', values: [low.value, high.value] }
        : null;
    }
    case 'except': {
      const test = testOf(where.not);
      if (test?.op === 'in') return { ...test, op: 'notIn' };
      if (test?.op === 'contains') return { ...test, op: 'notContains' };
      if (test?.op === 'missing') return { ...test, op: 'present' };
      return null;
    }
  }
}

/** Being equal to a word is being one of a list of words; numbers and days are compared. */
function compared(op: Op, value: Value): Pick<Test, 'op' | 'values'> {
  const isWord = typeof value === 'string' || typeof value === 'boolean';
  return { op: op === 'EQ' && isWord ? 'in' : op, values: [value] };
}

/** What a measure is made of, whatever is asked of its answer. */
function measured(
  measure: Measure,
): Pick<BehaviourAtom, 'about' | 'entity' | 'tests' | 'kept' | 'aggregate' | 'of' | 'window'> {
  const rows =
    measure.rows.type === 'always'
      ? []
      : measure.rows.type === 'both' && testOf(measure.rows) === null
        ? measure.rows.all
        : [measure.rows];
  const tests: Test[] = [];
  const kept: Where[] = [];
  for (const row of rows) {
    const test = testOf(row);
    if (test) tests.push(test);
    else kept.push(row);
  }
  return {
    about: 'behaviour',
    entity: measure.entity === 'event' || measure.entity === 'item' ? measure.entity : 'order',
    tests,
    kept,
    aggregate: measure.aggregate,
    of: measure.of ?? null,
    window: drawnWindow(measure.window),
  };
}

const picked = ({ measure, values }: Condition & { type: 'picked' }): BehaviourAtom => ({
  ...measured(measure),
  op: 'in',
  bounds: [],
  picks: values,
});

function behaviour(one: Condition & { type: 'behaviour' }): BehaviourAtom {
  const { measure, op, bound } = one;
  const size = bound;
  const none =
    (op === 'EQ' && size === 0) || (op === 'LE' && size === 0) || (op === 'LT' && size === 1);
  const some = (op === 'GE' && size === 1) || (op === 'GT' && size === 0);
  const plain = measure.aggregate === 'COUNT';
  return {
    ...measured(measure),
    op: plain && some ? 'did' : plain && none ? 'didNot' : op,
    bounds: plain && (some || none) ? [] : [bound],
  };
}

export const drawnWindow = (window: Window): WindowDraft =>
  window.type === 'during'
    ? { type: 'during', from: window.period.from, until: window.period.until }
    : window;

/** Both ends of one measure or tag: "between". */
function rangeOf(condition: Condition): Atom | null {
  if (condition.type !== 'all') return null;
  const [low, high, more] = condition.of;
  if (more) return null;
  if (low?.type === 'behaviour' && high?.type === 'behaviour') {
    const same = JSON.stringify(low.measure) === JSON.stringify(high.measure);
    return same && low.op === 'GE' && high.op === 'LE'
      ? { ...behaviour(low), op: 'between', bounds: [low.bound, high.bound] }
      : null;
  }
  if (low?.type === 'holds' && high?.type === 'holds')
    return low.trait === high.trait && low.op === 'GE' && high.op === 'LE'
      ? { about: 'trait', trait: low.trait, op: 'between', values: [low.value, high.value] }
      : null;
  return null;
}

/** One tag with one of several values, or with all of them. */
function choiceOf(condition: Condition): Atom | null {
  if (condition.type !== 'any' && condition.type !== 'all') return null;
  if (condition.of.length < 2) return null;
  const values: Value[] = [];
  let trait: string | null = null;
  for (const one of condition.of) {
    if (one.type !== 'holds' || one.op !== 'EQ' || (trait !== null && one.trait !== trait))
      return null;
    // Yes twice is no list of values.
    if (typeof one.value !== 'string' && condition.type === 'all') return null;
    trait = one.trait;
    values.push(one.value);
  }
  const op = condition.type === 'any' ? 'in' : 'hasAll';
  return trait === null ? null : { about: 'trait', trait, op, values };
}

export const asRule = (id: number, atom: Atom): Rule => ({ id, type: 'rule', not: false, atom });
