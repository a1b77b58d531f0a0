package io.gongbi.refresh;

import io.gongbi.fault.Fault;
import io.gongbi.fault.FaultException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Steps in an order that lets each read what it needs; a circle is a fault that names its members.
 */
public record Plan(List<Step> steps) {
  public Plan {
    steps = List.copyOf(steps);
  }

  public static Plan of(Collection<? extends Step> all) {
    var left = new ArrayList<Step>(all);
    var done = new ArrayList<Step>();
    while (!left.isEmpty()) {
      var next =
          left.stream()
              .filter(s -> left.stream().noneMatch(o -> o != s && feeds(o, s)))
              .findFirst()
              .orElseThrow(() -> circle(left));
      done.add(next);
      left.remove(next);
    }
    return new Plan(done);
  }

  private static FaultException circle(List<Step> left) {
    return new FaultException(
        new Fault.BadQuestion(
            "refresh.circle",
            "",
            Map.of("steps", left.stream().map(Step::name).collect(Collectors.joining(" → ")))));
  }

  static boolean feeds(Step from, Step to) {
    return from.writes().stream().anyMatch(w -> to.reads().stream().anyMatch(w::overlaps));
  }

  /** The concepts whose tables this plan writes. */
  public Set<String> concepts() {
    return steps.stream()
        .flatMap(s -> s.writes().stream())
        .map(d -> d.table().concept())
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
