package io.gongbi.profile;

import io.gongbi.fault.Faults;
import io.gongbi.warehouse.Sql;
import java.util.Map;
import java.util.Optional;

/**
 * Which customers a person looks for. {@code text} is found in names and identifiers, of any of
 * their records, and as a customer id, former ones included; {@code condition} is a select of
 * {@code customer_id}.
 */
public record Search(
    Optional<String> text, Optional<Sql> condition, Sort sort, long offset, int limit) {
  private static final int MOST = 1_000;

  /** A column of {@code profile.customer}; empty cells come last either way. */
  public record Sort(String column, boolean descending) {
    /** Whoever bought last comes first. */
    public static final Sort NEWEST_BUYERS = new Sort("last_order_day", true);
  }

  public Search {
    text = text.map(String::strip).filter(t -> !t.isEmpty());
    var faults = new Faults();
    if (Profiles.CUSTOMER.find(sort.column()).isEmpty()) {
      faults.bad("profile.unknown-sort", "sort.column", Map.of("column", sort.column()));
    }
    if (offset < 0 || limit < 1 || limit > MOST) {
      faults.bad("profile.bad-page", "limit", Map.of("most", Integer.toString(MOST)));
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
