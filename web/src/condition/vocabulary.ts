import type { Aggregate, StandardField, Value, Vocabulary } from '#api';
import { HEAD, type Atom, type BehaviourAtom, type TestOp } from './draft';

/** What a field may hold, as far as asking about it goes. */
export type Kind = 'text' | 'number' | 'day' | 'moment' | 'flag';

export function kindOf(type: string): Kind {
  const name = type.toLowerCase();
  if (/^(whole|decimal|real|number|money|int|integer|bigint|double)$/.test(name)) return 'number';
  if (/^(day|date)$/.test(name)) return 'day';
  if (/^(moment|timestamp|instant)$/.test(name)) return 'moment';
  if (/^(flag|boolean)$/.test(name)) return 'flag';
  return 'text';
}

export type VocabularyTrait = Vocabulary['traits'][number];
export type Behaviour = Vocabulary['behaviours'][number];

/** The vocabulary, found by key. */
export interface Lexicon {
  vocabulary: Vocabulary;
  field: (key: string) => StandardField | undefined;
  trait: (trait: string) => VocabularyTrait | undefined;
  behaviour: (entity: string) => Behaviour | undefined;
}

export const NO_WORDS: Vocabulary = { attributes: [], behaviours: [], traits: [] };

export function lexicon(vocabulary: Vocabulary): Lexicon {
  const fields = new Map(
    [vocabulary.attributes, ...vocabulary.behaviours.map((one) => one.fields)]
      .flat()
      .map((field) => [field.key, field]),
  );
  const traits = new Map(vocabulary.traits.map((one) => [one.trait, one]));
  return {
    vocabulary,
    field: (key) => fields.get(key),
    trait: (trait) => traits.get(trait),
    behaviour: (entity) => vocabulary.behaviours.find((one) => one.entity === entity),
  };
}

export const isSegment = (trait: string): boolean => trait.startsWith('segment/');

/**
 * Fields worth offering. A moment is left out where its day stands beside it: two of one name, and
 * people ask by day.
 */
export function offered(fields: readonly StandardField[]): StandardField[] {
  const days = new Set(
    fields.filter((field) => kindOf(field.type) === 'day').map((field) => stem(field.key)),
  );
  return fields.filter((field) => kindOf(field.type) !== 'moment' || !days.has(stem(field.key)));
}

const stem = (key: string): string => key.replace(/(_at|_day|\.happened_at|\.day)$/, '');

/** The field that says what was done: order.kind, event.name. */
export const headField = (behaviour: Behaviour): string =>
  HEAD[behaviour.entity as BehaviourAtom['entity']];

/** Filters of what was done: when it was done is said by the window instead. */
export const filterFields = (behaviour: Behaviour): StandardField[] =>
  offered(behaviour.fields).filter(
    (field) =>
      field.key !== headField(behaviour) && !/\.(day|happened_at|order_no)$/.test(field.key),
  );

/**
 * Fields whose values are worth a list: words that many share, not whole sentences, not what is of
 * one order or says who somebody is.
 */
export const isListed = (field: StandardField): boolean =>
  field.type.toLowerCase() === 'text' &&
  field.codes.length === 0 &&
  field.sensitivity.toLowerCase() === 'open' &&
  !/\.(order_no|text)$/.test(field.key);

/** Aggregates whose answer is one of the values of the rows. */
export const PICKS: readonly Aggregate[] = ['TOP_VALUE', 'LAST_VALUE', 'FIRST_VALUE'];

export const picks = (aggregate: Aggregate): boolean => PICKS.includes(aggregate);

/** What the most frequent, first or last one may be asked of: words that many rows share. */
export const pickable = (behaviour: Behaviour): StandardField[] =>
  filterFields(behaviour).filter(
    (field) => kindOf(field.type) === 'text' && !/\.(source|status|text)$/.test(field.key),
  );

/** Of which the different ones are worth counting. */
export const countable = (behaviour: Behaviour): StandardField[] =>
  pickable(behaviour).filter((field) => !/\.(weekday|hour|occasion)$/.test(field.key));

/** What can be summed. */
export const summable = (behaviour: Behaviour): StandardField[] =>
  behaviour.fields.filter((field) => kindOf(field.type) === 'number');

export const needsField = (aggregate: Aggregate): boolean =>
  aggregate !== 'COUNT' &&
  aggregate !== 'DISTINCT_DAYS' &&
  aggregate !== 'DAYS_SINCE_LAST' &&
  aggregate !== 'DAYS_SINCE_FIRST' &&
  aggregate !== 'TREND';

/** The ways in which a field can be asked about; `now` stays offered although no longer usual. */
export function opsFor(kind: Kind, coded: boolean, now?: TestOp): TestOp[] {
  const usual = usualOps(kind, coded);
  return now && !usual.includes(now) ? [...usual, now] : usual;
}

function usualOps(kind: Kind, coded: boolean): TestOp[] {
  switch (kind) {
    case 'text':
      return coded
        ? ['in', 'notIn', 'present', 'missing']
        : ['in', 'notIn', 'contains', 'notContains', 'startsWith', 'present', 'missing'];
    case 'number':
      return ['GE', 'LE', 'between', 'EQ', 'GT', 'LT', 'present', 'missing'];
    case 'day':
    case 'moment':
      return ['GE', 'LE', 'between', 'EQ', 'present', 'missing'];
    case 'flag':
      return ['in', 'present', 'missing'];
  }
}

/** Whether a customer may hold several values of it at once. */
export const isSeveral = (trait: VocabularyTrait | undefined): boolean =>
  trait?.type.toLowerCase() === 'text_list';

/** Tags know no "is empty": who has no value is among those who do not have it. */
export const traitOps = (trait: VocabularyTrait | undefined, now?: TestOp): TestOp[] =>
  trait && kindOf(trait.type) === 'flag'
    ? ['in', 'notIn']
    : isSeveral(trait)
      ? ['in', 'hasAll', 'notIn']
      : opsFor(trait ? kindOf(trait.type) : 'text', (trait?.values.length ?? 0) > 0, now).filter(
          (op) => !['missing', 'present', 'contains', 'notContains', 'startsWith'].includes(op),
        );

// Subjects ------------------------------------------------------------------------------------------

/** What a rule is about, as one text: `field:customer.city`, `did:order:sale`, `trait:tag/vip`. */
export type Subject = string;

export function subjectOf(atom: Atom, head: string | null): Subject {
  switch (atom.about) {
    case 'field':
      return `field:${atom.test.field}`;
    case 'behaviour':
      return head === null ? `did:${atom.entity}` : `did:${atom.entity}:${head}`;
    case 'trait':
      return `trait:${atom.trait}`;
  }
}

/** A new rule about a subject, with what most people would ask first. */
export function atomAbout(subject: Subject, words: Lexicon): Atom {
  const [about, ...rest] = subject.split(':');
  if (about === 'did') {
    const [entity = 'order', head] = rest;
    const of = entity as BehaviourAtom['entity'];
    return {
      about: 'behaviour',
      entity: of,
      tests: head === undefined ? [] : [{ field: HEAD[of], op: 'in', values: [head] }],
      kept: [],
      aggregate: 'COUNT',
      of: null,
      window: { type: 'lastDays', days: 90 },
      op: 'did',
      bounds: [],
    };
  }
  const name = rest.join(':');
  if (about === 'trait') {
    const trait = words.trait(name);
    const kind = trait ? kindOf(trait.type) : 'text';
    return { about: 'trait', trait: name, ...first(kind) };
  }
  const field = words.field(name);
  return {
    about: 'field',
    test: { field: name, ...first(field ? kindOf(field.type) : 'text') },
  };
}

function first(kind: Kind): { op: TestOp; values: Value[] } {
  if (kind === 'flag') return { op: 'in', values: [true] };
  return kind === 'text' ? { op: 'in', values: [] } : { op: 'GE', values: [] };
}

/** The values that another operator keeps: one list of words, one bound or two. */
export function refit(values: Value[], from: TestOp, to: TestOp): Value[] {
  const listed = (op: TestOp) => op === 'in' || op === 'notIn' || op === 'hasAll';
  const worded = (op: TestOp) => op === 'contains' || op === 'notContains' || op === 'startsWith';
  if (to === 'missing' || to === 'present') return [];
  if (listed(from) !== listed(to)) return [];
  if (listed(to)) return values;
  if (worded(from) !== worded(to)) return [];
  return to === 'between' ? values.slice(0, 2) : values.slice(0, 1);
}
