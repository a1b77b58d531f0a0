package io.gongbi.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.ToDoubleFunction;

/** The turns of one side that count, without those that only warmed up. */
record Series(String side, List<Turn> turns) {
  Series {
    turns = List.copyOf(turns);
    if (turns.isEmpty()) throw new IllegalArgumentException("no turns of " + side);
  }

  double medianTotal() {
    return median(Turn::total);
  }

  double medianCpu() {
    return median(Turn::cpuMilliseconds);
  }

  /** The median of each part by itself: they need not sum to the median of the whole. */
  Map<String, Double> medianParts() {
    var parts = new LinkedHashMap<String, Double>();
    for (var part : turns.getFirst().milliseconds().keySet()) {
      parts.put(part, median(t -> t.milliseconds().getOrDefault(part, 0.0)));
    }
    return parts;
  }

  OptionalLong peakBytes() {
    return turns.stream().flatMapToLong(t -> t.peakBytes().stream()).max();
  }

  private double median(ToDoubleFunction<Turn> of) {
    var sorted = turns.stream().mapToDouble(of).sorted().toArray();
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
