import type { DismissalWanted, QuarantineRow } from '#api';

/** The decision to be taken: this row alone, or all that were refused for the same reason. */
export function wantedOf(
  row: Pick<QuarantineRow, 'source' | 'feed' | 'file' | 'line' | 'field' | 'reason'>,
  alike: boolean,
  later: boolean,
  note: string,
): DismissalWanted {
  const { source, feed, reason, file, line } = row;
  const decision = { source, feed, reason, field: row.field ?? '', later: alike && later, note };
  return alike ? decision : { ...decision, spot: { file, line } };
}
