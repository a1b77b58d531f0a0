package io.gongbi.insight;

import io.gongbi.standard.Where;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Which steps of a funnel may claim the same event. One event fills one step, so where several
 * steps fall on one moment, the moment needs an event for each. By Hall's theorem (P. Hall, On
 * Representatives of Subsets, 1935) that can be done exactly when every set of those steps is
 * offered at least as many events as it has steps; sets whose parts share no event need no test of
 * their own.
 *
 * <p>Paid, then paid again, at one moment: two steps, so two payments. Paid 100 or more, then paid:
 * two payments, and one of them of 100.
 */
final class Rivals {
  /**
   * A demand of step k on a moment: events that meet any of {@code filters} must be one more than
   * there are {@code earlier} steps on the same moment.
   */
  record Claim(Set<Where> filters, List<Integer> earlier) {}

  private final List<Where> steps;

  Rivals(List<Where> steps) {
    this.steps = List.copyOf(steps);
  }

  /** Steps count from 1. */
  Where filter(int step) {
    return steps.get(step - 1);
  }

  /** Whether no earlier step can ever take an event that this one could take. */
  boolean isAlone(int step) {
    return steps.subList(0, step - 1).stream().noneMatch(s -> Overlap.possible(s, filter(step)));
  }

  /**
   * What a moment must offer so that step k can follow the earlier steps on it; that it offers step
   * k an event at all is not among these.
   */
  List<Claim> claims(int step) {
    var own = filter(step);
    var others =
        steps.subList(0, step - 1).stream().distinct().filter(s -> !s.equals(own)).toList();
    var claims = new ArrayList<Claim>();
    for (int chosen = 0; chosen < 1 << others.size(); chosen++) {
      var filters = new LinkedHashSet<Where>();
      filters.add(own);
      for (int i = 0; i < others.size(); i++)
        if ((chosen >> i & 1) == 1) filters.add(others.get(i));
      var earlier = new ArrayList<Integer>();
      for (int k = 1; k < step; k++) if (filters.contains(filter(k))) earlier.add(k);
      if (!earlier.isEmpty() && isConnected(own, filters)) claims.add(new Claim(filters, earlier));
    }
    return claims;
  }

  /** The filters of the step itself and of all earlier steps that have to do with it. */
  Set<Where> of(int step) {
    var all = new LinkedHashSet<Where>();
    claims(step).forEach(c -> all.addAll(c.filters()));
    return all;
  }

  private static boolean isConnected(Where from, Set<Where> all) {
    var reached = new HashSet<Where>();
    var next = new ArrayList<>(List.of(from));
    while (!next.isEmpty()) {
      var one = next.removeLast();
      if (reached.add(one)) all.stream().filter(o -> Overlap.possible(one, o)).forEach(next::add);
    }
    return reached.size() == all.size();
  }
}
