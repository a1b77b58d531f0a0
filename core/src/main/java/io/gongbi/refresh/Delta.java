package io.gongbi.refresh;

import io.gongbi.warehouse.Sql;
import java.util.Set;

/** What changed since a step last ran. */
public sealed interface Delta {
  /** For a step that follows a feed of its own while no batch came. */
  Delta NOTHING_LANDED = batches(Set.of());

  static Delta batches(Set<Long> landed) {
    return new Batches(landed);
  }

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
