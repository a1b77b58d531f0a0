package io.gongbi.refresh;

import io.gongbi.warehouse.Sql;
import java.util.Set;

/** What changed since a step last ran. */
public sealed interface Delta {
  record Everything() implements Delta {}

  /** Batches that landed since. */
  record Batches(Set<Long> landed) implements Delta {
    public Batches {
      landed = Set.copyOf(landed);
    }
  }

  /** Customers whose facts changed, as a select of {@code customer_id}. */
  record Customers(Sql ids) implements Delta {}
}
