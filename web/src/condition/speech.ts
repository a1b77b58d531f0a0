import type { Label } from '#api';
import type { Format } from '#style';
import type { Lexicon } from './vocabulary';

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

export const plain = (sentence: Token[]): string => sentence.map((one) => one.text).join('');

// What a person entered is wrapped in these two while the sentence is put together.
const OPEN = '\u0002';
const CLOSE = '\u0003';
export const strong = (text: string) => OPEN + text + CLOSE;

/** The pieces of a sentence that was put together. */
export function tokens(text: string): Token[] {
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

/**
 * Values one after the other, only the last by its own word: 浏览、搜索或加购. Ten values with an "or"
 * between all of them are a sentence that nobody reads to its end.
 */
export function listed(
  values: readonly string[],
  last: 'valuesOr' | 'valuesAnd',
  { t }: Speech,
): string {
  const before = values.slice(0, -1).join(t('valuesBetween'));
  return [before, ...values.slice(-1)].filter(Boolean).join(t(last));
}

/** A sentence begins with a capital letter; a name that Chinese goes on from is left alone. */
export function begun(sentence: Token[]): Token[] {
  const [first, ...rest] = sentence;
  return first && /^[a-z]+ /.test(plain(sentence))
    ? [{ ...first, text: upper(first.text.charAt(0)) + first.text.slice(1) }, ...rest]
    : sentence;
}

/** A name in the middle of a sentence: "amount paid"; "VIP level" and "WeChat" stay as they are. */
export const within = (name: string): string => name.replace(/^[A-Z](?=[a-z]+(?![A-Za-z]))/, lower);
const upper = (letter: string): string => letter.toUpperCase();
const lower = (letter: string): string => letter.toLowerCase();

/** Chinese leaves a little air before Latin letters and figures. */
const spaced = (text: string): string => text.replace(/(\p{Script=Han})(?=[A-Za-z0-9])/gu, '$1 ');
