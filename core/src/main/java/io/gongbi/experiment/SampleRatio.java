package io.gongbi.experiment;

import io.gongbi.experiment.Experiment.Arm;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/**
 * Whether the arms came out in the planned sizes (SRM, sample ratio mismatch). If they did not,
 * somebody was lost or added on the way, not by chance, and no difference between the arms can be
 * believed. Planned half and half, found 821,588 and 815,482: looks even, but p = 0.0000018. R.
 * Kohavi, D. Tang, Y. Xu, Trustworthy Online Controlled Experiments (2020), chapter 21.
 */
public record SampleRatio(List<Count> counts) {
  /** So strict because the check runs on every experiment and a false alarm costs trust. */
  public static final double ALARM_BELOW = 0.001;

  /** The people found in an arm. */
  public record Count(Arm arm, long people) {
    public Count {
      if (people < 0) throw new IllegalArgumentException(arm.name() + ": " + people + " people");
    }
  }

  public SampleRatio {
    counts = List.copyOf(counts);
  }

  /** Found people by arm name; an arm without an entry has nobody. */
  public static SampleRatio of(Experiment plan, Map<String, Long> people) {
    var left = new HashMap<>(people);
    var counts =
        plan.arms().stream().map(arm -> new Count(arm, left.getOrDefault(arm.name(), 0L))).toList();
    plan.arms().forEach(arm -> left.remove(arm.name()));
    if (!left.isEmpty()) throw new IllegalArgumentException("not arms of the plan: " + left);
    return new SampleRatio(counts);
  }

  /** Pearson's χ² against the planned shares. People in an arm planned for nobody: 0. */
  public double pValue() {
    var planned = counts.stream().filter(count -> count.arm().perMille() > 0).toList();
    if (counts.stream().anyMatch(c -> c.arm().perMille() == 0 && c.people() > 0)) return 0;
    var people = planned.stream().mapToLong(Count::people).sum();
    if (people == 0 || planned.size() < 2) return 1;
    double parts = planned.stream().mapToInt(count -> count.arm().perMille()).sum();
    var statistic = 0.0;
    for (var count : planned) {
      var expected = people * count.arm().perMille() / parts;
      statistic += (count.people() - expected) * (count.people() - expected) / expected;
    }
    return ChiSquaredDistribution.of(planned.size() - 1.0).survivalProbability(statistic);
  }

  public boolean alarm() {
    return pValue() < ALARM_BELOW;
  }
}
