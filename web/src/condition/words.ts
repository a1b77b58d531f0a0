import type { Condition, Measure, Where } from '#api';
import { Comparing } from './comparing';
import { Doing } from './doing';
import type { Atom, Branch, Draft, Group } from './draft';
import { read } from './read';
import { begun, tokens, type Speech, type Token } from './speech';

/** A condition as people say it: 城市是「上海」，且近 90 天有过购买. */
export function words(condition: Condition, speech: Speech): Token[] {
  const draft = read(condition);
  return draft ? draftWords(draft, speech) : tokens(speech.t('unspeakable'));
}

/** Gaps are left out, as they are when counting. */
export const draftWords = (draft: Draft, speech: Speech): Token[] =>
  begun(tokens(new Speaker(speech).whole(draft)));

export const atomWords = (atom: Atom, speech: Speech): Token[] =>
  tokens(new Speaker(speech).atom(atom) ?? '');

/** A measure as a noun: 近 365 天购买的金额合计. */
export const measureWords = (measure: Measure, speech: Speech): Token[] =>
  begun(tokens(new Doing(speech).measure(measure)));

export const whereWords = (where: Where, speech: Speech): Token[] =>
  tokens(new Comparing(speech).where(where));

/** Joins what rules say. */
class Speaker {
  private readonly speech: Speech;
  private readonly comparing: Comparing;
  private readonly doing: Doing;

  constructor(speech: Speech) {
    this.speech = speech;
    this.comparing = new Comparing(speech);
    this.doing = new Doing(speech);
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
        return this.comparing.test(atom.test);
      case 'trait':
        return this.comparing.trait(atom);
      case 'behaviour':
        return this.doing.behaviour(atom);
    }
  }
}
