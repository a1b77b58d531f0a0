/** What a message may say of its reader, by its two names between braces. */
/* eslint-disable no-restricted-syntax -- as messages are written, not words of the screen */
const FIELDS = {
  name: '姓名',
  city: '城市',
  level: '等级',
  points: '积分',
  days: '未购天数',
  product: '上次商品',
} as const;
/* eslint-enable no-restricted-syntax */

export type Personal = keyof typeof FIELDS;

/** Words, or a personal field; `otherwise` absent: who lacks it gets no message. */
export type Piece = string | { field: Personal; otherwise?: string };

/** {name|顾客}，您好 in its pieces. Braces that name no field are words. */
export function pieces(message: string): Piece[] {
  const found: Piece[] = [];
  let at = 0;
  for (const match of message.matchAll(/\{([^{}|]*)(?:\|([^{}|]*))?\}/g)) {
    const field = fieldOf(match[1]?.trim());
    if (!field) continue;
    if (match.index > at) found.push(message.slice(at, match.index));
    found.push({ field, otherwise: match[2] });
    at = match.index + match[0].length;
  }
  if (at < message.length) found.push(message.slice(at));
  return found;
}

const fieldOf = (name: string | undefined): Personal | undefined =>
  (Object.keys(FIELDS) as Personal[]).find((field) => field === name || FIELDS[field] === name);
