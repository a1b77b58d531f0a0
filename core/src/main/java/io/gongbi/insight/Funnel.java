package io.gongbi.insight;

import io.gongbi.calendar.Period;
import io.gongbi.catalog.Label;
import io.gongbi.condition.Condition;
import io.gongbi.standard.Where;
import java.util.List;
import java.util.Optional;

/**
 * How many customers went how far along a way of steps. A customer reached step k when different
 * events fill steps 1 … k, none before the one ahead of it, all within {@code windowDays} times 24
 * hours of the first, the last moment included. Any event in the period that fills step 1 may be
 * the start; the one that leads furthest counts. Later steps may run past the period.
 *
 * <p>Example: view, cart, buy within 7 days. Ann views on the 1st, again on the 9th, puts into the
 * cart on the 10th and buys on the 16th: from the 9th she reaches step 3, although from the 1st she
 * reaches no more than step 1. Events of one moment count in the order of the steps, so an order
 * that was placed and paid in the same second went through both.
 *
 * <p>Strict forbids other events: nothing the customer did may lie strictly between the moments of
 * two neighbouring steps.
 *
 * @param split customers told apart: by a trait or field of theirs, or by what stands in the
 *     earliest event that fills step 1, {@code event.channel}
 */
public record Funnel(
    List<Step> steps,
    int windowDays,
    Period period,
    Optional<Boolean> strict,
    Optional<Condition> who,
    Optional<Split> split)
    implements Insight {
  public Funnel(
      List<Step> steps,
      int windowDays,
      Period period,
      Optional<Boolean> strict,
      Optional<Condition> who) {
    this(steps, windowDays, period, strict, who, Optional.empty());
  }

  /** Events that fill one step. Two steps may be alike: paid, then paid again. */
  public record Step(Label label, Where where) {}

  public Funnel {
    steps = List.copyOf(steps);
  }

  boolean isStrict() {
    return strict.orElse(false);
  }
}
