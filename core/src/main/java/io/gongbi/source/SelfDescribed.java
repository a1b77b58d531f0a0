package io.gongbi.source;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * A file that says itself what its columns are called: nothing stands above its rows, and there is
 * nothing to guess. {@link Looks#selfDescribed} makes one of each format that is so.
 */
interface SelfDescribed {
  /** The columns in the file's order; where rows differ in what they have, of so many at most. */
  List<String> columns(int rows) throws IOException;

  /**
   * Gives one row after the other as cells of these columns, for as long as {@code more} wants
   * them. {@code strict}: to land them, so that every byte must be what it should be.
   */
  void each(List<String> columns, boolean strict, Predicate<SheetRow> more) throws IOException;

  /** The first rows. */
  default List<SheetRow> rows(List<String> columns, int limit) throws IOException {
    var rows = new ArrayList<SheetRow>();
    each(
        columns,
        false,
        row -> {
          rows.add(row);
          return rows.size() < limit;
        });
    return rows;
  }

  /** Writes all rows for the engine to read. */
  default void prepare(List<String> columns, Prepared prepared) throws IOException {
    var failed = new IOException[1];
    each(
        columns,
        true,
        row -> {
          try {
            if (row.trouble().isPresent()) prepared.refuse(row.trouble().get());
            else prepared.take(row.line(), row.cells());
            return true;
          } catch (IOException e) {
            failed[0] = e;
            return false;
          }
        });
    if (failed[0] != null) throw failed[0];
  }
}
