package io.gongbi.trait;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Lays a list of values out, one row a value: {@code n.place} counts from 1 on, {@code gb_at(list,
 * n.place)} is the value. A customer who likes tea and silk is counted once under each.
 */
public final class EachValue {
  private static final String PLACES =
      IntStream.rangeClosed(1, Trait.MOST_VALUES)
          .mapToObj(i -> "select " + i + (i == 1 ? " as place" : ""))
          .collect(Collectors.joining(" union all ", "(", ")"));

  private EachValue() {}

  /** The join that does so; rows without any value are left out. */
  public static String of(String list) {
    return "join %s n on n.place <= gb_size(%s)".formatted(PLACES, list);
  }

  /** The same, and once the rows that have none. */
  public static String orNone(String list) {
    return "join %s n on n.place = 1 or n.place <= gb_size(%s)".formatted(PLACES, list);
  }
}
