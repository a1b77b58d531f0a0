package io.gongbi.metric;

/** {@code netRevenue}: how questions and boards name a metric, for good. */
public record MetricId(String value) {
  public MetricId {
    if (!value.matches("[a-z][a-zA-Z0-9]*")) {
      throw new IllegalArgumentException("not a metric id: " + value);
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
