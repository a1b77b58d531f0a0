import type { Value, Where } from '#api';
import type { Test, TestOp, TraitAtom } from './draft';
import { testOf } from './read';
import { listed, strong, within, type Speech } from './speech';
import { isSegment, isSeveral, kindOf, type Kind } from './vocabulary';

/** Says what fields and traits are compared with: 城市是「上海」. */
export class Comparing {
  private readonly speech: Speech;

  constructor(speech: Speech) {
    this.speech = speech;
  }

  private t(key: string, slots?: Record<string, unknown>): string {
    return this.speech.t(key, slots);
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

  test(test: Test): string | null {
    // Whether something fell on such a day at all is no matter of a value that is known.
    if (test.field.endsWith('.occasion') && (test.op === 'present' || test.op === 'missing'))
      return this.t(`occasion.${test.op}`);
    const field = this.speech.lexicon.field(test.field);
    const name = field ? within(this.speech.label(field.label)) : test.field;
    const code = (value: Value) => {
      const known = field?.codes.find((one) => one.value === value);
      return known ? this.speech.label(known.label) : null;
    };
    const kind = field ? kindOf(field.type) : guessed(test.values);
    return this.compared(name, test.op, test.values, kind, code);
  }

  trait(atom: TraitAtom): string | null {
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
      values: listed(
        atom.values.map((value) => strong(code(value) ?? this.value(value))),
        op === 'hasAll' ? 'valuesAnd' : 'valuesOr',
        this.speech,
      ),
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
          values: listed(values.map(shown), 'valuesOr', this.speech),
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
  value(value: Value): string {
    const { format } = this.speech;
    if (value === null) return '—';
    if (typeof value === 'number') return format.full(value);
    if (typeof value === 'boolean') return this.t(value ? 'yes' : 'no');
    if (Array.isArray(value))
      return listed(
        value.map((one) => this.t('quoted', { text: one })),
        'valuesOr',
        this.speech,
      );
    if (typeof value === 'object')
      return 'day' in value ? format.day(value.day) : format.moment(value.moment);
    return this.t('quoted', { text: value });
  }
}

function guessed(values: Value[]): Kind {
  const [value] = values;
  if (typeof value === 'number') return 'number';
  if (value !== null && typeof value === 'object' && !Array.isArray(value))
    return 'day' in value ? 'day' : 'moment';
  return 'text';
}
