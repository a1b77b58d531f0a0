import type { Decimal, Measure } from '#api';
import { Comparing } from './comparing';
import { shifted } from './days';
import {
  filtersOf,
  HEAD,
  headOf,
  type BehaviourAtom,
  type BoundOp,
  type WindowDraft,
} from './draft';
import { read } from './read';
import { listed, strong, within, type Speech } from './speech';

/** Says what customers did: 近 90 天有过购买. */
export class Doing {
  private readonly speech: Speech;
  private readonly comparing: Comparing;

  constructor(speech: Speech) {
    this.speech = speech;
    this.comparing = new Comparing(speech);
  }

  private t(key: string, slots?: Record<string, unknown>): string {
    return this.speech.t(key, slots);
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

  behaviour(atom: BehaviourAtom): string | null {
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
      return strong(code ? this.speech.label(code.label) : this.comparing.value(value));
    });
    return this.t(op === 'in' ? 'picked.in' : 'picked.notIn', {
      noun,
      values: listed(shown, 'valuesOr', this.speech),
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
      ...filtersOf(atom).map((test) => this.comparing.test(test)),
      ...atom.kept.map((where) => this.comparing.where(where)),
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
    const field = this.speech.lexicon.field(HEAD[atom.entity]);
    const known = field?.codes.find((code) => code.value === head);
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
