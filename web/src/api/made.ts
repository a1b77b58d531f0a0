/** In the order in which they were made: `t9` before `t10`, which the alphabet has otherwise. */
export const asMade = (a: { id: string }, b: { id: string }): number =>
  a.id.localeCompare(b.id, 'en', { numeric: true });
