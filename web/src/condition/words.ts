import type { Condition, Decimal, Label, Measure, Value, Where } from '#api';
import type { Format } from '#style';
import {
  filtersOf,
  headOf,
  type Atom,
  type BehaviourAtom,
  type BoundOp,
  type Branch,
  type Draft,
  type Group,
  type Test,
  type TestOp,
  type TraitAtom,
  type WindowDraft,
} from './draft';
import { read, testOf } from './read';
import { isSegment, isSeveral, kindOf, type Kind, type Lexicon } from './vocabulary';

/** What is needed to put a condition into words. */
export interface Speech {
  t: (key: string, slots?: Record<string, unknown>) => string;
  label: (label: Label | string | null | undefined) => string;
  format: Format;
  lexicon: Lexicon;
}

/** A piece of a sentence; what a person entered stands out. */
export interface Token {
  text: string;
  strong: boolean;
}

/** A condition as people say it: 城市是「上海」，且近 90 天有过购买. */
export function words(condition: Condition, speech: Speech): Token[] {
  const draft = read(condition);
  return draft ? draftWords(draft, speech) : tokens(speech.t('unspeakable'));
}

export const plain = (sentence: Token[]): string => sentence.map((one) => one.text).join('');

/** Gaps are left out, as they are when counting. */
export const draftWords = (draft: Draft, speech: Speech): Token[] =>
  begun(tokens(new Speaker(speech).whole(draft)));

export const atomWords = (atom: Atom, speech: Speech): Token[] =>
  tokens(new Speaker(speech).atom(atom) ?? '');

/** A measure as a noun: 近 365 天购买的金额合计. */
export const measureWords = (measure: Measure, speech: Speech): Token[] =>
  begun(tokens(new Speaker(speech).measure(measure)));

export const whereWords = (where: Where, speech: Speech): Token[] =>
  tokens(new Speaker(speech).where(where));

// What a person entered is wrapped in these two while the sentence is put together.
const OPEN = '\u0002';
const CLOSE = '\u0003';
const strong = (text: string) => OPEN + text + CLOSE;

function tokens(text: string): Token[] {
  return text
    .split(OPEN)
    .flatMap((piece, i) => {
      const [inside = '', after = ''] = i === 0 ? ['', piece] : piece.split(CLOSE);
      return [
        { text: inside, strong: true },
        { text: spaced(after), strong: false },
      ];
    })
    .filter((token) => token.text !== '');
}

/** A sentence begins with a capital letter; a name that Chinese goes on from is left alone. */
function begun(sentence: Token[]): Token[] {
  const [first, ...rest] = sentence;
  return first && /^[a-z]+ /.test(plain(sentence))
    ? [{ ...first, text: upper(first.text.charAt(0)) + first.text.slice(1) }, ...rest]
    : sentence;
}

/** A name in the middle of a sentence: "amount paid"; "VIP level" and "WeChat" stay as they are. */
const within = (name: string): string => name.replace(/^[A-Z](?=[a-z]+(?![A-Za-z]))/, lower);
const upper = (letter: string): string => letter.toUpperCase();
const lower = (letter: string): string => letter.toLowerCase();

/** Chinese leaves a little air before Latin letters and figures. */
const spaced = (text: string): string => text.replace(/(\p{Script=Han})(?=[A-Za-z0-9])/gu, '$1 ');

class Speaker {
  private readonly speech: Speech;

  constructor(speech: Speech) {
    this.speech = speech;
  }

  private t(key: string, slots?: Record<string, unknown>): string {
    return this.speech.t(key, slots);
  }

  whole(draft: Draft): string {
    const parts = this.parts(draft);
    if (parts.length === 0) return this.t('everyone');
    const inner = this.joined(draft, parts);
    return draft.not ? this.t('excluding', { inner }) : inner;
  }

  private parts(group: Group): string[] {
    return group.of.flatMap((one) => this.branch(one) ?? []);
  }

  private joined(group: Group, parts: string[]): string {
    return parts.join(this.t(group.join === 'all' ? 'and' : 'or'));
  }

  private branch(one: Branch): string | null {
    if (one.type === 'rule') {
      const inner = this.atom(one.atom);
      return inner !== null && one.not ? this.t('not', { inner }) : inner;
    }
    const parts = this.parts(one);
    if (parts.length === 0) return null;
    const inner = this.joined(one, parts);
    if (one.not) return this.t('excluding', { inner });
    return parts.length === 1 ? inner : this.t('group', { inner });
  }

  atom(atom: Atom): string | null {
    switch (atom.about) {
      case 'field':
        return this.test(atom.test);
      case 'trait':
        return this.trait(atom);
      case 'behaviour':
        return this.behaviour(atom);
    }
  }

  where(where: Where): string {
    const test = testOf(where);
    if (test) return this.test(test) ?? '';
    switch (where.type) {
      case 'both':
        return where.all.map((one) => this.where(one)).join(this.t('and'));
      case 'either':
        return this.t('group', {
          inner: where.any.map((one) => this.where(one)).join(this.t('or')),
        });
      case 'except':
        return this.t('not', { inner: this.where(where.not) });
      default:
        return '';
    }
  }

  private test(test: Test): string | null {
    const field = this.speech.lexicon.field(test.field);
    const name = field ? within(this.speech.label(field.label)) : test.field;
    const code = (value: Value) => {
      const known = field?.codes.find((one) => one.value === value);
      return known ? this.speech.label(known.label) : null;
    };
    const kind = field ? kindOf(field.type) : guessed(test.values);
    return this.compared(name, test.op, test.values, kind, code);
  }

  private trait(atom: TraitAtom): string | null {
    const known = this.speech.lexicon.trait(atom.trait);
    const name = known ? this.speech.label(known.label) : atom.trait.replace(/^\w+\//, '');
    const [only, more] = atom.values;
    if (
      typeof only === 'boolean' &&
      more === undefined &&
      (atom.op === 'in' || atom.op === 'notIn')
    ) {
      const has = only === (atom.op === 'in');
      const sign = has ? 'has' : 'hasNot';
      return this.t(isSegment(atom.trait) ? `segment.${sign}` : `tag.${sign}`, {
        name: strong(name),
      });
    }
    const code = (value: Value) => {
      const one = known?.values.find((coded) => coded.value === value);
      return one ? this.speech.label(one.label) : null;
    };
    if (isSeveral(known) || atom.op === 'hasAll') return this.several(name, atom, code);
    const kind = known ? kindOf(known.type) : guessed(atom.values);
    return this.compared(name, atom.op, atom.values, kind, code);
  }

  /** 偏好品类（前三）含「女装」或「鞋」. */
  private several(
    name: string,
    atom: TraitAtom,
    code: (value: Value) => string | null,
  ): string | null {
    if (atom.values.length === 0) return null;
    const op = atom.op === 'hasAll' || atom.op === 'notIn' ? atom.op : 'in';
    return this.t(`several.${op}`, {
      name,
      values: atom.values
        .map((value) => strong(code(value) ?? this.value(value)))
        .join(this.t(op === 'hasAll' ? 'valuesAnd' : 'valuesOr')),
    });
  }

  private compared(
    name: string,
    op: TestOp,
    values: Value[],
    kind: Kind,
    code: (value: Value) => string | null,
  ): string | null {
    const [first, second] = values;
    const shown = (value: Value) => strong(code(value) ?? this.value(value));
    switch (op) {
      case 'missing':
      case 'present':
        return this.t(`test.${op}`, { name });
      case 'in':
      case 'notIn':
        if (values.length === 0) return null;
        return this.t(`test.${op}`, {
          name,
          values: values.map(shown).join(this.t('valuesOr')),
        });
      case 'hasAll':
        return values.length === 0
          ? null
          : this.t('several.hasAll', {
              name,
              values: values.map(shown).join(this.t('valuesAnd')),
            });
      case 'contains':
      case 'notContains':
      case 'startsWith':
        return typeof first === 'string' && first !== ''
          ? this.t(`test.${op}`, { name, value: shown(first) })
          : null;
      case 'between':
        return first === undefined || second === undefined || first === null || second === null
          ? null
          : this.t('compared', {
              name,
              cmp: this.t('cmp.between', { from: shown(first), to: shown(second) }),
            });
      case 'EQ':
      case 'NE':
      case 'GE':
      case 'GT':
      case 'LE':
      case 'LT': {
        if (first === undefined || first === null) return null;
        const value = shown(first);
        const isDay = kind === 'day' || kind === 'moment';
        if (isDay) return name + this.t(`cmpDay.${op}`, { value });
        if (kind === 'number')
          return this.t('compared', { name, cmp: this.t(`cmp.${op}`, { value }) });
        return name + this.t(`cmpText.${op}`, { value });
      }
    }
  }

  /** A value by itself; words that a person typed stand in quotation marks. */
  private value(value: Value): string {
    const { format } = this.speech;
    if (value === null) return '—';
    if (typeof value === 'number') return format.full(value);
    if (typeof value === 'boolean') return this.t(value ? 'yes' : 'no');
    if (Array.isArray(value))
      return value.map((one) => this.t('quoted', { text: one })).join(this.t('valuesOr'));
    if (typeof value === 'object')
      return 'day' in value ? format.day(value.day) : format.moment(value.moment);
    return this.t('quoted', { text: value });
  }

  measure(measure: Measure): string {
    // Any bound makes it a condition; a noun leaves out what it is compared with.
    const draft = read({ type: 'behaviour', measure, op: 'GT', bound: 0 });
    const rule = draft?.of[0];
    return rule?.type === 'rule' && rule.atom.about === 'behaviour'
      ? (this.noun({ ...rule.atom, op: 'GT' }) ?? '')
      : this.t('unspeakable');
  }

  private noun(atom: BehaviourAtom): string | null {
    const slots = this.slots(atom, false);
    return slots && this.t(`noun.${form(atom)}`, slots);
  }

  private behaviour(atom: BehaviourAtom): string | null {
    const isPlain = atom.op === 'did' || atom.op === 'didNot';
    const slots = this.slots(atom, isPlain);
    if (slots === null) return null;
    if (isPlain) {
      const never = atom.op === 'didNot' && atom.window.type === 'ever';
      return this.t(never ? 'did.never' : `did.${atom.op}`, slots);
    }
    if (atom.op === 'in' || atom.op === 'notIn') {
      const noun = this.noun(atom);
      return noun && this.among(noun, atom, slots.one);
    }
    const compared = this.bound(atom.op, atom.bounds, atom.aggregate);
    if (compared === null) return null;
    const isOne = Number(atom.bounds.at(-1)) === 1;
    return this.t(`did.${form(atom)}`, {
      ...slots,
      counted: isOne ? slots.one : slots.many,
      compared,
    });
  }

  /** 最多的品类是「女装」. */
  private among(noun: string, atom: BehaviourAtom, one: string): string | null {
    const { picks: values = [], of, op } = atom;
    if (values.length === 0) return null;
    const field = of === null ? undefined : this.speech.lexicon.field(of);
    const shown = values.map((value) => {
      const code = field?.codes.find((known) => known.value === value);
      return strong(code ? this.speech.label(code.label) : this.value(value));
    });
    return this.t(op === 'in' ? 'picked.in' : 'picked.notIn', {
      noun,
      values: shown.join(this.t('valuesOr')),
      one,
    });
  }

  /** The words that sentences about what customers did are made of; nothing for a gap. */
  private slots(
    atom: BehaviourAtom,
    isPlain: boolean,
  ): { one: string; many: string; window: string; field: string } | null {
    const window = this.window(atom.window, isPlain || UNTIMED.includes(atom.aggregate));
    if (window === null) return null;
    const filters = [
      ...filtersOf(atom).map((test) => this.test(test)),
      ...atom.kept.map((where) => this.where(where)),
    ].filter((one) => one !== null && one !== '');
    const asFilter =
      filters.length === 0 ? '' : this.t('filters', { inner: filters.join(this.t('and')) });
    const what = this.what(atom);
    const field = atom.of === null ? undefined : this.speech.lexicon.field(atom.of);
    return {
      one: strong(what.one) + asFilter,
      many: strong(what.many) + asFilter,
      window,
      field: field ? within(this.speech.label(field.label)) : (atom.of ?? ''),
    };
  }

  /** What is counted, as a noun: 购买, purchase, purchases. */
  private what(atom: BehaviourAtom): { one: string; many: string } {
    const head = headOf(atom) ?? 'any';
    const behaviour = this.speech.lexicon.behaviour(atom.entity);
    const codes = behaviour?.fields.flatMap((field) => field.codes) ?? [];
    const known = codes.find((code) => code.value === head);
    const fallback = this.speech.label(known?.label ?? behaviour?.label ?? head);
    const say = (number: string) =>
      this.t(`what.${atom.entity}.${head}.${number}`, { defaultValue: fallback });
    return { one: say('one'), many: say('many') };
  }

  private window(window: WindowDraft, plainly: boolean): string | null {
    const { format } = this.speech;
    switch (window.type) {
      case 'ever':
        return plainly ? '' : this.t('window.ever');
      case 'lastDays':
        return window.days === null
          ? null
          : this.t('window.lastDays', { days: strong(format.full(window.days)) });
      case 'ago':
        return window.from === null || window.to === null
          ? null
          : this.t('window.ago', {
              from: strong(format.full(window.from)),
              to: strong(format.full(window.to)),
            });
      case 'running':
        return this.t(`window.running.${window.unit}`);
      case 'firstDays':
        return window.days === null
          ? null
          : this.t('window.firstDays', { days: strong(format.full(window.days)) });
      case 'during':
        return window.from === null || window.until === null
          ? null
          : this.t('window.during', {
              from: strong(format.day(window.from)),
              to: strong(format.day(shifted(window.until, -1))),
            });
    }
  }

  private bound(
    op: BoundOp,
    bounds: (Decimal | null)[],
    aggregate: BehaviourAtom['aggregate'],
  ): string | null {
    const [first, second] = bounds.map((bound) => (bound === '' ? null : bound));
    if (first === null || first === undefined) return null;
    const number = (bound: Decimal) => this.speech.format.full(bound);
    if (op !== 'between')
      return this.t(`cmp.${op}`, { value: strong(this.united(first, aggregate)) });
    if (second === null || second === undefined) return null;
    const to = this.united(second, aggregate);
    return this.t(to === number(second) ? 'cmp.between' : 'cmp.betweenUnits', {
      from: strong(number(first)),
      to: strong(to),
    });
  }

  /** A bound with its unit: 3 次, 1 day, 500. */
  private united(bound: Decimal, aggregate: BehaviourAtom['aggregate']): string {
    const n = this.speech.format.full(bound);
    switch (aggregate) {
      case 'TREND':
        return `${n}%`;
      case 'DISTINCT_VALUES':
        return this.t('unit.sorts', { n });
      case 'DISTINCT_DAYS':
      case 'DAYS_SINCE_LAST':
      case 'DAYS_SINCE_FIRST':
        return this.t(Number(bound) === 1 ? 'unit.day' : 'unit.days', { n });
      case 'COUNT':
        return this.t('unit.times', { n });
      default:
        return n;
    }
  }
}

/** A change of times reads otherwise than one of a total. */
const form = (atom: BehaviourAtom): string =>
  atom.aggregate === 'TREND' && atom.of !== null ? 'TREND_OF' : atom.aggregate;

/** Where "to date" goes without saying. */
const UNTIMED: BehaviourAtom['aggregate'][] = [
  'DAYS_SINCE_LAST',
  'DAYS_SINCE_FIRST',
  'FIRST_VALUE',
  'LAST_VALUE',
];

function guessed(values: Value[]): Kind {
  const [value] = values;
  if (typeof value === 'number') return 'number';
  if (value !== null && typeof value === 'object' && !Array.isArray(value))
    return 'day' in value ? 'day' : 'moment';
  return 'text';
}

/** A day so many days later. */
export function shifted(day: string, days: number): string {
  const at = new Date(`${day}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() + days);
  return at.toISOString().slice(0, 10);
}
