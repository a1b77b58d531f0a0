import type { CorrectionWanted, LandedCell, QuarantineRow } from '#api';

/** By the heading of the column: what the cell becomes, here or in all rows that say the same. */
export type Edits = Record<string, { becomes: string; everywhere: boolean }>;

/** One decision for each cell that was changed. */
export function wantedOf(
  row: Pick<QuarantineRow, 'source' | 'feed' | 'file' | 'line'>,
  cells: readonly LandedCell[],
  edits: Edits,
): CorrectionWanted[] {
  return cells.flatMap((cell) => {
    const edit = edits[cell.heading];
    if (!edit || edit.becomes === cell.value) return [];
    const { source, feed, file, line } = row;
    const decision = {
      source,
      feed,
      heading: cell.heading,
      was: cell.value,
      becomes: edit.becomes,
    };
    return [edit.everywhere ? decision : { ...decision, spot: { file, line } }];
  });
}
