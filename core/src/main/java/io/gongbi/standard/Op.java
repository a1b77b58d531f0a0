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
}
