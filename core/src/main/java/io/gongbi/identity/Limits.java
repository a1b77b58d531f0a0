package io.gongbi.identity;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How many records and how many different names may hold one value before it stops meaning one
 * person. A clerk types his own phone for members who gave none: soon 13800000000 has 30 names.
 * With at most 5 names a phone, the sixth name ends it as evidence, and the value is listed
 * instead.
 */
public record Limits(Map<IdType, Limit> of) {
  /** Values with more of either are ignored. */
  public record Limit(int records, int names) {
    public Limit {
      if (records < 2 || names < 1) {
        throw new IllegalArgumentException("a limit this low would ignore every value");
      }
    }
  }

  /**
   * A card or an account is given to one person, yet parcels ordered with it go to many receivers:
   * many records there, few names on a card, more on an account. A household shares a phone or a
   * mailbox among a few names.
   */
  public static final Limits DEFAULT =
      new Limits(
          Map.of(
              IdType.PHONE, new Limit(50, 5),
              IdType.EMAIL, new Limit(50, 5),
              IdType.MEMBER_CARD, new Limit(100, 5),
              IdType.PLATFORM_ID, new Limit(200, 20),
              IdType.OPENID, new Limit(50, 5),
              IdType.UNIONID, new Limit(50, 5)));

  public Limits {
    of = Map.copyOf(of);
    if (of.size() != IdType.values().length) {
      throw new IllegalArgumentException("every id type needs a limit: " + of.keySet());
    }
  }

  public Limit of(IdType type) {
    var limit = of.get(type);
    if (limit == null) throw new IllegalStateException("no limit for " + type);
    return limit;
  }

  public Limits with(IdType type, Limit limit) {
    var all = new EnumMap<IdType, Limit>(of);
    all.put(type, limit);
    return new Limits(all);
  }

  /** By the names that id types have in tables. */
  Map<String, Limit> byColumn() {
    return of.entrySet().stream()
        .collect(Collectors.toMap(e -> e.getKey().column(), Map.Entry::getValue));
  }

  /** All of them in a fixed order, equal for equal limits on every machine. */
  String stated() {
    return Arrays.stream(IdType.values())
        .map(t -> t.column() + " " + of(t).records() + " " + of(t).names())
        .collect(Collectors.joining(", "));
  }
}
