package io.gongbi.identity;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How far each kind of identifier is believed. A gym lends cards within families: a card is then
 * {@link Use#SHARED}, a hint like a phone, and ties nobody alone. A clerk types his own phone for
 * members who gave none: with at most 5 names a phone the sixth name ends it as evidence.
 *
 * @param trust all types, the most trusted first: where two of them contradict each other, the
 *     first is followed
 */
public record IdRules(Map<IdType, Rule> of, List<IdType> trust) {
  /** What a value says of two records that hold it. */
  public enum Use {
    /** They are one person. */
    EXCLUSIVE,
    /** They may be one person: it finds the pair and is weighed with all else. */
    SHARED,
    /** Nothing. */
    OFF
  }

  /**
   * @param records a value that more records hold means nobody
   * @param names a value under more different names means nobody
   * @param values how many different ones a customer may have; what would bring more is not
   *     followed
   */
  public record Rule(Use use, int records, int names, Optional<Integer> values) {
    public Rule {
      if (records < 2 || names < 1 || values.filter(n -> n < 1).isPresent()) {
        throw new IllegalArgumentException("a limit this low would ignore every value");
      }
    }

    public Rule as(Use other) {
      return new Rule(other, records, names, values);
    }

    public Rule limited(int mostRecords, int mostNames) {
      return new Rule(use, mostRecords, mostNames, values);
    }

    /** At most so many values a customer. */
    public Rule atMost(int most) {
      return new Rule(use, records, names, Optional.of(most));
    }
  }

  /**
   * A card or an account is given to one person, yet parcels ordered with it go to many receivers:
   * many records there, few names on a card, more on an account. A household shares a phone, a
   * mailbox or a tablet among a few names. What a company gave out itself is trusted before what a
   * platform did.
   */
  public static final IdRules DEFAULT =
      new IdRules(
          Map.of(
              IdType.PHONE, usual(Use.SHARED, 50, 5),
              IdType.EMAIL, usual(Use.SHARED, 50, 5),
              IdType.MEMBER_CARD, usual(Use.EXCLUSIVE, 100, 5),
              IdType.PLATFORM_ID, usual(Use.EXCLUSIVE, 200, 20),
              IdType.OPENID, usual(Use.EXCLUSIVE, 50, 5),
              IdType.UNIONID, usual(Use.EXCLUSIVE, 50, 5),
              IdType.DEVICE, usual(Use.SHARED, 50, 5)),
          List.of(
              IdType.MEMBER_CARD,
              IdType.UNIONID,
              IdType.OPENID,
              IdType.PLATFORM_ID,
              IdType.PHONE,
              IdType.EMAIL,
              IdType.DEVICE));

  private static Rule usual(Use use, int records, int names) {
    return new Rule(use, records, names, Optional.empty());
  }

  public IdRules {
    of = Map.copyOf(of);
    trust = List.copyOf(trust);
    if (of.size() != IdType.values().length) {
      throw new IllegalArgumentException("every id type needs a rule: " + of.keySet());
    }
    if (trust.size() != of.size() || !new HashSet<>(trust).equals(of.keySet())) {
      throw new IllegalArgumentException("every id type stands once in the order: " + trust);
    }
  }

  public Rule of(IdType type) {
    var rule = of.get(type);
    if (rule == null) throw new IllegalStateException("no rule for " + type);
    return rule;
  }

  public IdRules with(IdType type, Rule rule) {
    var all = new EnumMap<IdType, Rule>(of);
    all.put(type, rule);
    return new IdRules(all, trust);
  }

  public IdRules trusting(List<IdType> order) {
    return new IdRules(of, order);
  }

  /** The types of this use, in the order of the enum. */
  List<IdType> all(Use use) {
    return Arrays.stream(IdType.values()).filter(t -> of(t).use() == use).toList();
  }

  /** Those that say anything. */
  List<IdType> used() {
    return Arrays.stream(IdType.values()).filter(t -> of(t).use() != Use.OFF).toList();
  }

  /** The types in use of which a customer may have so many only. */
  List<IdType> counted() {
    return used().stream().filter(t -> of(t).values().isPresent()).toList();
  }

  /** All of it in a fixed order, equal for equal rules on every machine. */
  String stated() {
    return Arrays.stream(IdType.values())
            .map(
                t ->
                    "%s %s %s %s %s"
                        .formatted(
                            t.column(),
                            of(t).use(),
                            of(t).records(),
                            of(t).names(),
                            of(t).values().map(n -> n.toString()).orElse("any")))
            .collect(Collectors.joining(", "))
        + trust;
  }
}
