package io.gongbi.profile;

import io.gongbi.catalog.Label;
import io.gongbi.standard.CustomerId;
import io.gongbi.warehouse.Sql;

/**
 * One part of the 360 page. Tags, segments and deliveries bring theirs from their own packages;
 * profile knows none of them. The question is asked under the viewer's rights, so a panel cannot
 * show what the viewer may not see.
 */
public interface Panel {
  /** {@code orders}: unique, stable, part of addresses. */
  String id();

  Label label();

  /** The rows for one customer, as a person reads them: newest or most important first. */
  Sql of(CustomerId customer);
}
