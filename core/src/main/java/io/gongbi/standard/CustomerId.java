package io.gongbi.standard;

/** One customer, once all records of the same person are brought together. Never reused. */
public record CustomerId(long value) {
  public CustomerId {
    if (value <= 0) throw new IllegalArgumentException("customer ids start at 1: " + value);
  }

  @Override
  public String toString() {
    return Long.toString(value);
  }
}
