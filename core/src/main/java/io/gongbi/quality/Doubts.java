package io.gongbi.quality;

import java.util.Collection;

/**
 * Which cells of landed rows are doubtful, as bits of one whole number: bit 0 is the row as a
 * whole, bit {@code i + 1} the mapped cell {@code i}; cells from 60 on share one, and the rules
 * that people made share the last. Asking why a cell was refused takes the engine longer to plan
 * than to answer, and in most files most columns are well: only those in doubt are asked about.
 */
record Doubts(long bits) {
  private static final int LAST = 61;
  private static final int RULES = 62;

  /** Of a row that breaks a rule. */
  static final long OF_RULES = 1L << RULES;

  /** All there can be. */
  static final Doubts ALL = new Doubts(-1L);

  static Doubts anyOf(Collection<Long> rows) {
    return new Doubts(rows.stream().reduce(0L, (a, b) -> a | b));
  }

  boolean none() {
    return bits == 0;
  }

  boolean about(int cell) {
    return (bits >> place(cell) & 1) == 1;
  }

  boolean aboutRules() {
    return (bits & OF_RULES) != 0;
  }

  /** Where the cell's bit stands. */
  static int place(int cell) {
    return Math.min(cell + 1, LAST);
  }
}
