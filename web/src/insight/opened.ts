import type { Answer } from '#api';
import { keysOf } from '#charts';

/** An opened number in an address: `value@2026-05-01`, `value@2026-05-01~上海~false`. */
export function openText(answer: Answer, row: number, column: string): string {
  return `${column}@${keyText(answer, answer.rows[row] ?? [])}`;
}

function keyText(answer: Answer, cells: Answer['rows'][number]): string {
  return keysOf(answer)
    .map((name) => String(cells[answer.columns.findIndex((one) => one.name === name)] ?? ''))
    .join('~');
}

/** The number that an address opens; none where the answer no longer has it. */
export function openedIn(
  answer: Answer,
  open: string,
): { row: number; column: string } | undefined {
  const at = open.indexOf('@');
  const [column, keys] = [open.slice(0, at), open.slice(at + 1)];
  const row = answer.rows.findIndex((cells) => keyText(answer, cells) === keys);
  return row >= 0 && answer.columns.some((one) => one.name === column)
    ? { row, column }
    : undefined;
}
