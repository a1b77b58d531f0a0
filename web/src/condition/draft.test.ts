import { describe, expect, it } from 'vitest';
import type { Condition, Where } from '#api';
import { empty, type Atom, type Draft } from './draft';
import { canvasOf, edit, type Canvas, type Edit } from './edit';
import { vocabulary } from './fixtures/vocabulary';
import { fromAddress, inAddress } from './link';
import { clockOf, momentAt } from './parts/moments';
import { read } from './read';
import { atomAbout, lexicon, offered, opsFor, refit } from './vocabulary';
import { branchAt, write } from './write';

const words = lexicon(vocabulary);
const where = (customer: Where): Condition => ({ type: 'attribute', customer });
const eq = (field: string, value: string): Where => ({ type: 'compare', field, op: 'EQ', value });
const shanghai = where(eq('customer.city', '上海'));
const vip: Condition = { type: 'holds', trait: 'tag/vip', op: 'EQ', value: true };
const bought: Condition = {
  type: 'behaviour',
  measure: {
    entity: 'order',
    rows: eq('order.kind', 'sale'),
    aggregate: 'COUNT',
    window: { type: 'lastDays', days: 90 },
  },
  op: 'GE',
  bound: 1,
};

/** Reads a condition and writes it again. */
const again = (condition: Condition) => write(read(condition)!).condition;
const all = (...of: Condition[]): Condition => ({ type: 'all', of });
const any = (...of: Condition[]): Condition => ({ type: 'any', of });
const not = (of: Condition): Condition => ({ type: 'not', of });

describe('a condition read and written', () => {
  it.each<[string, Condition]>([
    ['everyone', all()],
    ['facts under and', all(shanghai, vip)],
    ['groups in groups', all(any(shanghai, vip), any(bought, all(vip, bought)))],
    ['a group left out', all(shanghai, not(all(vip, bought)))],
    [
      'a list of values',
      all(where({ type: 'in', field: 'customer.city', values: ['上海', '杭州'] })),
    ],
    ['is not', all(where({ type: 'except', not: eq('customer.city', '上海') }))],
    ['is known', all(where({ type: 'except', not: { type: 'missing', field: 'customer.city' } }))],
    ['several values of a tag', all(any(vip, { ...vip, value: false }))],
    [
      'all of several values',
      all(
        all(
          { type: 'holds', trait: 'tag/liked', op: 'EQ', value: '鞋' },
          { type: 'holds', trait: 'tag/liked', op: 'EQ', value: '女装' },
        ),
      ),
    ],
    ['a tag left out', all(not(vip), shanghai)],
    [
      'a range',
      all(
        where({
          type: 'both',
          all: [
            { type: 'compare', field: 'customer.points', op: 'GE', value: 1 },
            { type: 'compare', field: 'customer.points', op: 'LE', value: 9 },
          ],
        }),
      ),
    ],
    [
      'a sum with filters and with one of a shape that is only kept',
      all({
        type: 'behaviour',
        measure: {
          entity: 'order',
          rows: {
            type: 'both',
            all: [
              eq('order.kind', 'sale'),
              { type: 'either', any: [eq('order.channel', 'a'), eq('order.channel', 'b')] },
            ],
          },
          aggregate: 'SUM',
          of: 'order.amount',
          window: { type: 'during', period: { from: '2026-01-01', until: '2026-02-01' } },
        },
        op: 'GT',
        bound: 99.5,
      }),
    ],
  ])('stays what it was: %s', (_name, condition) => {
    expect(again(condition)).toEqual(condition);
  });

  it('is the same in fewer words', () => {
    // Not (bought at least once) is "did not buy": a count of 0.
    expect(again(all(not(bought)))).toEqual(all({ ...bought, op: 'EQ', bound: 0 }));
    expect(again(not(not(shanghai)))).toEqual(all(shanghai));
    expect(again(shanghai)).toEqual(all(shanghai));
    // A filter of several fields is taken apart, a rule for each.
    expect(
      again(
        where({
          type: 'either',
          any: [eq('customer.city', '上海'), eq('customer.gender', 'male')],
        }),
      ),
    ).toEqual(any(shanghai, where(eq('customer.gender', 'male'))));
    // What is always true asks nothing of anyone, and an or with it neither.
    expect(again(all(shanghai, where({ type: 'always' })))).toEqual(all(shanghai));
    expect(again(any(shanghai, where({ type: 'always' })))).toEqual(all());
  });

  it('is not drawn when it cannot be: nobody must not become everybody', () => {
    expect(read(any())).toBeNull();
    expect(read(not(all()))).toBeNull();
    expect(read(all(shanghai, any()))).toBeNull();
  });

  it('leaves out rules with gaps, and says which', () => {
    const draft: Draft = {
      ...empty,
      of: [
        { id: 1, type: 'rule', not: false, atom: atomAbout('field:customer.city', words) },
        { id: 2, type: 'rule', not: false, atom: atomAbout('trait:tag/vip', words) },
        {
          ...empty,
          id: 3,
          of: [{ id: 4, type: 'rule', not: false, atom: atomAbout('trait:tag/rfm', words) }],
        },
      ],
    };
    const { condition, gaps } = write(draft);
    expect(condition).toEqual(all(vip));
    expect(gaps).toEqual([1, 4]);
  });

  it('knows the rule that a fault speaks of', () => {
    const draft = read(all(shanghai, not(any(vip, bought))))!;
    const { places } = write(draft);
    const [first, group] = draft.of;
    const inner = group?.type === 'group' ? group.of : [];
    expect(branchAt(places, 'condition.of[0].customer.value')).toBe(first?.id);
    expect(branchAt(places, 'condition.of[1].of.of[1].measure.window.days')).toBe(inner[1]?.id);
    expect(branchAt(places, 'condition')).toBe(draft.id);
  });

  it('travels in an address, and an address that was cut off carries nothing', () => {
    const condition = all(shanghai, not(any(vip, bought)));
    expect(fromAddress(inAddress(condition))).toEqual(condition);
    expect(fromAddress(inAddress(condition).slice(0, 40))).toBeNull();
    expect(fromAddress('{"type":"all","of":[{"type":"attribute"}]}')).toBeNull();
    expect(fromAddress(null)).toBeNull();
  });
});

describe('editing', () => {
  const cityRule = atomAbout('field:customer.city', words);
  const run = (...steps: Edit[]): Canvas => steps.reduce(edit, canvasOf(empty));
  const shape = (draft: Draft): unknown =>
    draft.of.map((one) => (one.type === 'rule' ? one.id : { [one.join]: shape(one), id: one.id }));

  it('adds rules and groups, and knows which is new', () => {
    const canvas = run(
      { do: 'add', to: 0, atom: cityRule },
      { do: 'addGroup', to: 0, join: 'any' },
      { do: 'add', to: 2, atom: cityRule },
    );
    expect(shape(canvas.draft)).toEqual([1, { any: [3], id: 2 }]);
    expect(canvas.fresh).toBe(3);
  });

  it('wraps, dissolves, moves, copies and removes', () => {
    const two: Edit[] = [
      { do: 'add', to: 0, atom: cityRule },
      { do: 'add', to: 0, atom: cityRule },
    ];
    expect(shape(run(...two, { do: 'wrap', id: 1 }).draft)).toEqual([{ all: [1], id: 3 }, 2]);
    expect(shape(run(...two, { do: 'wrap', id: 1 }, { do: 'unwrap', id: 3 }).draft)).toEqual([
      1, 2,
    ]);
    expect(shape(run(...two, { do: 'move', id: 2, by: -1 }).draft)).toEqual([2, 1]);
    expect(shape(run(...two, { do: 'move', id: 1, by: -1 }).draft)).toEqual([1, 2]);
    expect(shape(run(...two, { do: 'copy', id: 1 }).draft)).toEqual([1, 3, 2]);
    expect(shape(run(...two, { do: 'remove', id: 1 }).draft)).toEqual([2]);
    const copied = run(...two, { do: 'wrap', id: 1 }, { do: 'copy', id: 3 });
    expect(shape(copied.draft)).toEqual([{ all: [1], id: 3 }, { all: [5], id: 4 }, 2]);
  });

  it('keeps a group that is left out from being dissolved into its opposite', () => {
    const canvas = run(
      { do: 'addGroup', to: 0, join: 'any' },
      { do: 'negate', id: 1 },
      { do: 'unwrap', id: 1 },
    );
    expect(shape(canvas.draft)).toEqual([{ any: [], id: 1 }]);
  });

  it('says the opposite in one word where there is one', () => {
    const bare = run({ do: 'add', to: 0, atom: cityRule }, { do: 'negate', id: 1 }).draft.of[0];
    expect(bare).toMatchObject({ not: false, atom: { test: { op: 'notIn' } } });
    const points: Atom = atomAbout('field:customer.points', words);
    const number = run({ do: 'add', to: 0, atom: points }, { do: 'negate', id: 1 }).draft.of[0];
    expect(number).toMatchObject({ not: true, atom: { test: { op: 'GE' } } });
  });

  it('goes back and forth, typing counting as one step', () => {
    const typed = (text: string): Edit => ({
      do: 'change',
      id: 1,
      atom: { about: 'field', test: { field: 'customer.city', op: 'contains', values: [text] } },
    });
    const canvas = run({ do: 'add', to: 0, atom: cityRule }, typed('上'), typed('上海'));
    const back = edit(canvas, { do: 'undo' });
    expect(back.draft.of[0]).toMatchObject({ atom: cityRule });
    expect(edit(back, { do: 'redo' }).draft).toEqual(canvas.draft);
    expect(edit(edit(back, { do: 'undo' }), { do: 'undo' }).draft).toEqual(empty);
  });
});

describe('the vocabulary of the builder', () => {
  it('offers a day instead of its moment', () => {
    expect(offered(vocabulary.attributes).map((field) => field.key)).not.toContain(
      'customer.registered_at',
    );
    expect(offered(vocabulary.attributes).map((field) => field.key)).toContain(
      'customer.registered_day',
    );
  });

  it('keeps an operator that is in use, though it is not usual', () => {
    expect(opsFor('text', true)).not.toContain('NE');
    expect(opsFor('text', true, 'NE')).toContain('NE');
  });

  it('keeps values where they still fit', () => {
    expect(refit(['a', 'b'], 'in', 'notIn')).toEqual(['a', 'b']);
    expect(refit(['a', 'b'], 'in', 'contains')).toEqual([]);
    expect(refit([5], 'GE', 'between')).toEqual([5]);
    expect(refit([5, 9], 'between', 'LE')).toEqual([5]);
    expect(refit(['a'], 'contains', 'startsWith')).toEqual(['a']);
    expect(refit([5], 'GE', 'missing')).toEqual([]);
  });

  it('reads the clock of the company, summer time too', () => {
    expect(clockOf('2026-11-22T16:40:00Z', 'Asia/Shanghai')).toBe('2026-11-23T00:40');
    expect(momentAt('2026-11-23T00:40', 'Asia/Shanghai')).toBe('2026-11-22T16:40:00Z');
    // Paris is two hours ahead in July, one in January.
    expect(momentAt('2026-07-01T12:00', 'Europe/Paris')).toBe('2026-07-01T10:00:00Z');
    expect(momentAt('2026-01-01T12:00', 'Europe/Paris')).toBe('2026-01-01T11:00:00Z');
  });
});
