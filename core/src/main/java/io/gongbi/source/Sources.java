package io.gongbi.source;

import io.gongbi.warehouse.Column;
import io.gongbi.warehouse.ColumnType;
import io.gongbi.warehouse.Migration;
import io.gongbi.warehouse.TableSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The tables of this concept. */
public final class Sources {
  /** One landed file. Batches are numbered through all feeds, in the order of landing. */
  public static final TableSpec BATCH =
      TableSpec.kept(
          "source.batch",
          Column.open("batch", ColumnType.WHOLE),
          Column.open("source", ColumnType.TEXT),
          Column.open("feed", ColumnType.TEXT),
          Column.open("file_name", ColumnType.TEXT),
          Column.open("file_hash", ColumnType.TEXT),
          Column.open("rows", ColumnType.WHOLE),
          Column.open("landed_at", ColumnType.MOMENT));

  /**
   * Which column of a landed table holds which column of its files: {@code c3} is 手机 (place 3).
   * Columns are found by name, so a later file may order them otherwise or bring new ones.
   */
  public static final TableSpec HEADING =
      TableSpec.kept(
          "source.heading",
          Column.open("source", ColumnType.TEXT),
          Column.open("feed", ColumnType.TEXT),
          Column.open("place", ColumnType.WHOLE),
          Column.open("name", ColumnType.TEXT));

  public static final List<TableSpec> TABLES = List.of(BATCH, HEADING);
  public static final List<Migration> MIGRATIONS =
      List.of(new Migration("warehouse", "source", 1, "landing"));

  /** What only those lines of a file fill that are no rows. */
  static final Set<String> OF_NO_ROWS = Set.of("unreadable", "raw");

  private Sources() {}

  /**
   * The landed table of a feed: every cell as the untouched text of the file. All of it counts as
   * personal, because nobody has said yet what is not. What is no row has no cells, but says why in
   * {@code unreadable}, as {@link NoRow#landed}.
   */
  public static TableSpec landed(FeedId feed, int columns) {
    var all = new ArrayList<Column>();
    all.add(Column.open("batch", ColumnType.WHOLE));
    all.add(Column.open("line", ColumnType.WHOLE));
    all.add(Column.open("unreadable", ColumnType.TEXT));
    all.add(Column.personal("raw", ColumnType.TEXT));
    for (int i = 1; i <= columns; i++) all.add(Column.personal("c" + i, ColumnType.TEXT));
    return TableSpec.of(feed.landed(), TableSpec.Keeping.KEPT, all);
  }
}
