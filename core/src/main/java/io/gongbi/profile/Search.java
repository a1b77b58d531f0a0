package io.gongbi.profile;

import io.gongbi.fault.Faults;
import io.gongbi.warehouse.Sql;
import io.gongbi.warehouse.TableSpec;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which customers a person looks for. {@code text} is found in names and identifiers, of any of
 * their records, and as a customer id, former ones included; {@code condition} is a select of
 * {@code customer_id}.
 *
 * @param ranks {@code customer_id, value} of what is sorted by, where a package above keeps it:
 *     then no column of {@code profile.customer} is asked for it
 * @param columns of {@code profile.customer}, beside those that every list shows
 */
public record Search(
    Optional<String> text,
    Optional<Sql> condition,
    Sort sort,
    Optional<Sql> ranks,
    List<String> columns,
    long offset,
    int limit) {
  private static final int MOST = 1_000;
  private static final int MOST_COLUMNS = 40;

  /** A column of {@code profile.customer}, or of ranks; empty cells come last either way. */
  public record Sort(String column, boolean descending) {
    /** Whoever bought last comes first. */
    public static final Sort NEWEST_BUYERS = new Sort("last_order_day", true);
  }

  public Search {
    text = text.map(String::strip).filter(t -> !t.isEmpty());
    columns = List.copyOf(columns);
    var faults = new Faults();
    if (columns.size() > MOST_COLUMNS) {
      faults.bad("profile.many-columns", "columns", Map.of("most", Integer.toString(MOST_COLUMNS)));
    }
    if (offset < 0 || limit < 1 || limit > MOST) {
      faults.bad("profile.bad-page", "limit", Map.of("most", Integer.toString(MOST)));
    }
    faults.throwIfAny();
  }

  public Search(Optional<String> text, Optional<Sql> condition, Sort sort, long offset, int limit) {
    this(text, condition, sort, Optional.empty(), List.of(), offset, limit);
  }

  /** Throws for a sort or a column that customers do not have. */
  void mustFit(TableSpec customer) {
    var faults = new Faults();
    if (ranks.isEmpty() && customer.find(sort.column()).isEmpty()) {
      faults.bad("profile.unknown-sort", "sort.column", Map.of("column", sort.column()));
    }
    for (var column : columns) {
      if (customer.find(column).isEmpty()) {
        faults.bad("profile.unknown-column", "columns", Map.of("column", column));
      }
    }
    faults.throwIfAny();
  }

  public static Search all() {
    return new Search(Optional.empty(), Optional.empty(), Sort.NEWEST_BUYERS, 0, 50);
  }

  public static Search of(String text) {
    return new Search(Optional.of(text), Optional.empty(), Sort.NEWEST_BUYERS, 0, 50);
  }
}
