package io.gongbi.insight;

import io.gongbi.warehouse.Sql;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** How customers go through a funnel. */
interface Ways {
  /**
   * Adds the steps {@code reached1 …}: a row for each way to step k, with its customer, the moments
   * {@code t1 … tk} and {@code latest}, the last moment that counts.
   */
  Sql reached(Sql sql);

  /**
   * For each customer the first start that came to step k, which is past the first, and the {@code
   * hours} from the step before, by the way that got there first.
   */
  String first(int k);

  /** Customers with a start whose window is still open. */
  String still();

  /** {@code l.t1, l.t2 …}. */
  static String moments(int count) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(i -> "l.t" + i)
        .collect(Collectors.joining(",\n       "));
  }
}
