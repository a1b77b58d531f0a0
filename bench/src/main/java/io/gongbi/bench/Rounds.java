package io.gongbi.bench;

/** How often something is done: {@code warmUp} times for nothing, then {@code counted} times. */
record Rounds(int warmUp, int counted) {
  Rounds {
    if (warmUp < 0 || counted < 1) throw new IllegalArgumentException(warmUp + ", " + counted);
  }

  /** With no fewer turns before those that count. */
  Rounds warmedBy(int turns) {
    return new Rounds(Math.max(warmUp, turns), counted);
  }

  int all() {
    return warmUp + counted;
  }

  boolean counts(int round) {
    return round >= warmUp;
  }
}
