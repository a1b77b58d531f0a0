package io.gongbi.bench;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;

/**
 * One side's work, done once: how long each part took, in the order of the work, what it took of
 * all processors, what it came to, and the most memory that the process ever held, where the system
 * tells it.
 */
record Turn(
    Map<String, Double> milliseconds,
    double cpuMilliseconds,
    Checksum checksum,
    OptionalLong peakBytes) {
  Turn {
    milliseconds = new LinkedHashMap<>(milliseconds);
  }

  double total() {
    return milliseconds.values().stream().mapToDouble(m -> m).sum();
  }
}
