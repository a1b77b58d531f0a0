package io.gongbi.refresh;

import io.gongbi.catalog.Label;
import io.gongbi.catalog.UserId;

/**
 * Gets what was decided into what follows from it, soon: a definition is saved at once, and what it
 * says of customers is computed by a run. Nobody who saves waits for a refresh that is under way;
 * the run waits its turn behind it, for all that is saved meanwhile.
 */
@FunctionalInterface
public interface Recount {
  /** Queues the run and returns; {@code what} is what people see while it waits and works. */
  void begin(UserId by, Label what);
}
