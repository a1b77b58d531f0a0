import { empty, negated, type Atom, type Branch, type Draft, type Group, type Join } from './draft';

/** What can be done to a draft. Branches are named by their ids; 0 is the whole. */
export type Edit =
  | { do: 'add'; to: number; atom: Atom }
  | { do: 'addGroup'; to: number; join: Join }
  | { do: 'change'; id: number; atom: Atom }
  | { do: 'join'; id: number; join: Join }
  | { do: 'negate'; id: number }
  | { do: 'remove'; id: number }
  | { do: 'copy'; id: number }
  /** Puts a branch into a group of its own, where others can join it. */
  | { do: 'wrap'; id: number }
  /** Lifts the branches of a group to where the group stands. */
  | { do: 'unwrap'; id: number }
  | { do: 'move'; id: number; by: 1 | -1 }
  | { do: 'replace'; draft: Draft }
  | { do: 'undo' }
  | { do: 'redo' };

export interface Canvas {
  draft: Draft;
  past: Draft[];
  future: Draft[];
  /** The branch that was made last, so that the keyboard goes there. */
  fresh: number | null;
  /** The rule that is being changed: letter after letter is one step back. */
  changing: number | null;
}

const MOST_STEPS_BACK = 100;

export const canvasOf = (draft: Draft): Canvas => ({
  draft,
  past: [],
  future: [],
  fresh: null,
  changing: null,
});

export function edit(canvas: Canvas, step: Edit): Canvas {
  const { draft, past, future } = canvas;
  if (step.do === 'undo') {
    const before = past.at(-1);
    return before
      ? { ...canvasOf(before), past: past.slice(0, -1), future: [draft, ...future] }
      : canvas;
  }
  if (step.do === 'redo') {
    const [after, ...rest] = future;
    return after ? { ...canvasOf(after), past: [...past, draft], future: rest } : canvas;
  }
  const next = nextId(draft);
  const changed = apply(draft, step, next);
  if (changed === draft) return canvas;
  const makes =
    step.do === 'add' || step.do === 'addGroup' || step.do === 'copy' || step.do === 'wrap';
  const goesOn = step.do === 'change' && canvas.changing === step.id;
  return {
    draft: changed,
    past: goesOn ? past : [...past, draft].slice(-MOST_STEPS_BACK),
    future: [],
    fresh: makes ? next : null,
    changing: step.do === 'change' ? step.id : null,
  };
}

function apply(draft: Draft, step: Edit, next: number): Draft {
  switch (step.do) {
    case 'undo':
    case 'redo':
      return draft;
    case 'replace':
      return step.draft;
    case 'add':
      return inside(draft, step.to, (group) => ({
        ...group,
        of: [...group.of, { id: next, type: 'rule', not: false, atom: step.atom }],
      }));
    case 'addGroup':
      return inside(draft, step.to, (group) => ({
        ...group,
        of: [...group.of, { ...empty, id: next, join: step.join }],
      }));
    case 'join':
      return inside(draft, step.id, (group) => ({ ...group, join: step.join }));
    case 'change':
      return at(draft, step.id, (one) =>
        one.type === 'rule' ? [{ ...one, atom: step.atom }] : [one],
      );
    case 'negate':
      if (step.id === draft.id) return { ...draft, not: !draft.not };
      return at(draft, step.id, (one) => [
        one.type === 'rule' ? negated(one) : { ...one, not: !one.not },
      ]);
    case 'remove':
      return step.id === draft.id ? { ...empty, id: draft.id } : at(draft, step.id, () => []);
    case 'copy':
      return at(draft, step.id, (one) => [one, renamed(one, next)[0]]);
    case 'wrap':
      return at(draft, step.id, (one) => [{ ...empty, id: next, of: [one] }]);
    case 'unwrap':
      return at(draft, step.id, (one) => (one.type === 'group' && !one.not ? one.of : [one]));
    case 'move':
      return moved(draft, step.id, step.by);
  }
}

/** Changes the group of this name. */
function inside(group: Group, id: number, change: (group: Group) => Group): Group {
  if (group.id === id) return change(group);
  return at(group, id, (one) => (one.type === 'group' ? [change(one)] : [one]));
}

/** Puts what the change makes of a branch in its place, somewhere below. */
function at(group: Group, id: number, change: (one: Branch) => Branch[]): Group {
  const of = group.of.flatMap((one) => {
    if (one.id === id) return change(one);
    return [one.type === 'rule' ? one : at(one, id, change)];
  });
  return same(of, group.of) ? group : { ...group, of };
}

function moved(group: Group, id: number, by: 1 | -1): Group {
  const from = group.of.findIndex((one) => one.id === id);
  if (from >= 0) {
    const to = from + by;
    const one = group.of[from];
    if (!one || to < 0 || to >= group.of.length) return group;
    const of = group.of.filter((other) => other !== one);
    of.splice(to, 0, one);
    return { ...group, of };
  }
  const of = group.of.map((one) => (one.type === 'rule' ? one : moved(one, id, by)));
  return same(of, group.of) ? group : { ...group, of };
}

const same = (one: readonly Branch[], other: readonly Branch[]): boolean =>
  one.length === other.length && one.every((branch, i) => branch === other[i]);

/** The same branch under new names, counted from here on. */
function renamed(one: Branch, next: number): [Branch, number] {
  if (one.type === 'rule') return [{ ...one, id: next }, next + 1];
  let free = next + 1;
  const of = one.of.map((child) => {
    const [made, after] = renamed(child, free);
    free = after;
    return made;
  });
  return [{ ...one, id: next, of }, free];
}

const nextId = (draft: Draft): number => highest(draft) + 1;

const highest = (one: Branch): number =>
  one.type === 'rule' ? one.id : Math.max(one.id, ...one.of.map(highest));
