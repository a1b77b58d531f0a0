package io.gongbi.refresh;

import io.gongbi.calendar.AsOf;
import io.gongbi.catalog.Label;
import io.gongbi.warehouse.Write;
import java.util.Set;

/**
 * Makes some data sets from others. The law, tested for every step: running it over {@link
 * Delta.Everything} equals running it over any sequence of smaller deltas that cover the same
 * changes.
 */
public interface Step {
  /** {@code quality.clean}: unique, stable, by the concept that writes. */
  String name();

  /** What people see while it runs. */
  Label label();

  Set<Dataset> reads();

  Set<Dataset> writes();

  /**
   * Raised when the step's meaning changes: the next run does everything. A changed declaration of
   * a table that it writes has the same effect without this.
   */
  int version();

  /** Whether its answer changes when only the day turns ("in the last 90 days"). */
  boolean looksAtToday();

  /**
   * Whether something that only this step follows has changed since it ran: a feed with a cursor of
   * its own, or what people decided.
   */
  default boolean hasNews(Write write, AsOf asOf) {
    return false;
  }

  /**
   * Runs inside the run's one transaction. Returns what changed for the steps after it: usually
   * what it was given; the step that gives records their customers turns batches into customers.
   */
  Delta run(Delta delta, AsOf asOf, Write write, Progress progress);
}
