package io.gongbi.standard;

/** 以上 includes the bound (GE), 超过 does not (GT). */
public enum Op {
  EQ("="),
  NE("<>"),
  GE(">="),
  GT(">"),
  LE("<="),
  LT("<");

  private final String sql;

  Op(String sql) {
    this.sql = sql;
  }

  public String sql() {
    return sql;
  }

  /** Whether it holds of two values that compare so: below 0, 0, or above, as a comparator says. */
  public boolean holds(int order) {
    return switch (this) {
      case EQ -> order == 0;
      case NE -> order != 0;
      case GE -> order >= 0;
      case GT -> order > 0;
      case LE -> order <= 0;
      case LT -> order < 0;
    };
  }
}
