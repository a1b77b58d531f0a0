/** By the number in their ids: `t9` before `t10`, which the alphabet has otherwise. */
export const byNumber = (a: { id: string }, b: { id: string }): number =>
  a.id.localeCompare(b.id, 'en', { numeric: true });
