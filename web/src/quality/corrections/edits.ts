import type { CorrectionWanted, LandedRow, QuarantineRow } from '#api';

/** Where a cell is mended: in this line, in this record whatever file it comes in, or wherever the same stands. */
export type Reach = 'line' | 'record' | 'everywhere';

/** By the heading of the column: what the cell becomes, and where. */
export type Edits = Record<string, { becomes: string; reach: Reach }>;

/** One decision for each cell that was changed. */
export function wantedOf(
  row: Pick<QuarantineRow, 'source' | 'feed' | 'file' | 'line'>,
  landed: LandedRow,
  edits: Edits,
): CorrectionWanted[] {
  const { key } = landed;
  return landed.cells.flatMap((cell) => {
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
    if (edit.reach === 'everywhere') return [decision];
    if (edit.reach === 'record' && key !== undefined) return [{ ...decision, key }];
    return [{ ...decision, spot: { file, line } }];
  });
}
