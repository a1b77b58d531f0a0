package io.gongbi.insight;

import io.gongbi.trait.EachValue;

/**
 * Where the parts of a split come from: a column of what customers hold ({@code t}), of themselves
 * ({@code c}), or of the row that is counted ({@code o}). Where customers hold several values they
 * are in as many parts.
 */
record Splitter(String alias, String column, boolean several) {
  /** A trait that was never stated: nobody has a value. */
  static final Splitter NOTHING = new Splitter("o", "", false);

  static Splitter of(Divider divider) {
    return divider
        .column()
        .map(column -> new Splitter(divider.alias(), column.name(), divider.isSeveral()))
        .orElse(NOTHING);
  }

  boolean isOfCustomer() {
    return !alias.equals("o");
  }

  String value() {
    if (several) return "gb_at(" + alias + "." + column + ", n.place)";
    return column.isEmpty()
        ? "cast(null as varchar)"
        : "cast(" + alias + "." + column + " as varchar)";
  }

  /** Which of a customer's values it is, from 1 on. */
  String place() {
    return several ? "n.place" : "1";
  }

  /** Brings the column to rows called {@code o}. */
  String join() {
    return switch (alias) {
      case "t" ->
          "left join {trait.held} t on t.customer_id = o.customer_id\n"
              + (several ? EachValue.orNone("t." + column) + "\n" : "");
      case "c" -> "left join {profile.customer} c on c.customer_id = o.customer_id\n";
      default -> "";
    };
  }
}
