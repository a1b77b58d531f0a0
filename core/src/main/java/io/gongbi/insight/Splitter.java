package io.gongbi.insight;

/**
 * Where the parts of a split come from: a column of what customers hold ({@code t}), of themselves
 * ({@code c}), or of the row that is counted ({@code o}).
 */
record Splitter(String alias, String column) {
  /** A trait that was never stated: nobody has a value. */
  static final Splitter NOTHING = new Splitter("o", "");

  static Splitter of(Divider divider) {
    return divider
        .column()
        .map(column -> new Splitter(divider.alias(), column.name()))
        .orElse(NOTHING);
  }

  boolean isOfCustomer() {
    return !alias.equals("o");
  }

  String value() {
    return column.isEmpty()
        ? "cast(null as varchar)"
        : "cast(" + alias + "." + column + " as varchar)";
  }

  /** Brings the column to rows called {@code o}. */
  String join() {
    return switch (alias) {
      case "t" -> "left join {trait.held} t on t.customer_id = o.customer_id\n";
      case "c" -> "left join {profile.customer} c on c.customer_id = o.customer_id\n";
      default -> "";
    };
  }
}
