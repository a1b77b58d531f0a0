package io.gongbi.tag;

import io.gongbi.calendar.AsOf;
import io.gongbi.catalog.Label;
import java.util.List;
import java.util.Optional;

/**
 * The eight groups side by side, over the customers in sight. The lines between high and low are
 * those of all customers: a viewer of one city sees the company's groups, not groups of a city.
 *
 * @param without customers in sight who bought nothing in the window, or are not computed yet
 */
public record RfmReport(
    TagRule.Rfm settings,
    AsOf asOf,
    Optional<Thresholds> thresholds,
    List<Group> groups,
    long without) {
  /** The lines between high and low, in days, purchase days and money. */
  public record Thresholds(double r, double f, double m) {}

  /**
   * One group, also an empty one.
   *
   * @param label what the company calls it
   * @param share of the customers in groups; 0 where there are none
   * @param averages of its members; empty for an empty group
   * @param revenue net amount in the window
   * @param revenueShare of the net amount of all groups
   */
  public record Group(
      RfmGroup group,
      Label label,
      long customers,
      double share,
      Optional<Thresholds> averages,
      double revenue,
      double revenueShare) {}

  public RfmReport {
    groups = List.copyOf(groups);
  }
}
