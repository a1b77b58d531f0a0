package io.gongbi.bench;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * What one side came to, as named texts: {@code lines → 541909, revenue → 10642110.804}. Two sides
 * that differ in any of them did not do the same work, and their times are not compared.
 */
record Checksum(Map<String, String> values) {
  Checksum {
    values = Map.copyOf(values);
  }

  /** Every name that only one side has, or that both give another value: {@code orders: 7 ≠ 8}. */
  List<String> differences(Checksum other) {
    var names = new TreeSet<>(values.keySet());
    names.addAll(other.values.keySet());
    var found = new ArrayList<String>();
    for (var name : names) {
      var mine = values.getOrDefault(name, "missing");
      var theirs = other.values.getOrDefault(name, "missing");
      if (!mine.equals(theirs)) found.add(name + ": " + mine + " ≠ " + theirs);
    }
    return found;
  }

  static Builder builder() {
    return new Builder();
  }

  /** Writes equal numbers equally, however each side came to them. */
  static final class Builder {
    private static final int PLACES = 4;

    private final Map<String, String> values = new LinkedHashMap<>();

    Builder put(String name, String value) {
      if (values.put(name, value) != null) throw new IllegalArgumentException("twice: " + name);
      return this;
    }

    Builder put(String name, long value) {
      return put(name, Long.toString(value));
    }

    /** To four places: 790.48333 and 790.4833333 are the same. */
    Builder put(String name, BigDecimal value) {
      var rounded = value.setScale(PLACES, RoundingMode.HALF_UP);
      return put(name, rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString());
    }

    Checksum build() {
      return new Checksum(values);
    }
  }
}
