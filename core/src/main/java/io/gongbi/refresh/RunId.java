package io.gongbi.refresh;

/** One piece of background work. Numbers grow; a lower one began earlier. */
public record RunId(long value) {
  @Override
  public String toString() {
    return Long.toString(value);
  }
}
