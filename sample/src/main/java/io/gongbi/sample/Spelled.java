package io.gongbi.sample;

import java.util.Optional;

/**
 * A value as written.
 *
 * @param means what a careful reader gets out of it; absent for blanks, placeholders, nonsense, and
 *     for what looks right and is not
 * @param trap what makes it say less, or something else, than it seems to
 */
record Spelled(String text, Optional<String> means, Optional<Trap> trap) {
  static final Spelled BLANK = nonsense("");

  static Spelled legible(String text, String means) {
    return new Spelled(text, Optional.of(means), Optional.empty());
  }

  static Spelled nonsense(String text) {
    return new Spelled(text, Optional.empty(), Optional.empty());
  }

  /** The same cell, with what is wrong about it. */
  Spelled with(Trap trap) {
    return new Spelled(text, means, Optional.of(trap));
  }
}
