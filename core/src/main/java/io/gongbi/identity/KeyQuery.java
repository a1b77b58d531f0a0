package io.gongbi.identity;

import io.gongbi.warehouse.Sql;
import io.gongbi.warehouse.TableName;
import io.gongbi.warehouse.Value;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * By what cores are found that are worth comparing: the phones, mailboxes and doors they share, and
 * a name with something besides. What a crowd shares finds nobody.
 */
final class KeyQuery {
  /** An address that more share is an office or a pick-up point. */
  private static final int MOST_BEHIND_A_DOOR = 10;

  private static final int MOST_OF_A_KEY = 20;

  /**
   * Of so many records one may be born on a day by chance: with 14,600 days in forty years a day
   * that one in a thousand gives is what a form offers, such as 1990-01-01.
   */
  private static final int BORN_ON_A_DAY = 1_000;

  /** Kinds of keys that are values of their own, as a list in SQL. */
  static final String VALUE_KINDS =
      "'door', 'birthday', "
          + Arrays.stream(IdType.values())
              .map(t -> "'" + t.column() + "'")
              .collect(Collectors.joining(", "));

  /** What a crowd is, by kind. */
  static final String CROWD =
      """
      case
        when k.kind = 'door' then #mostBehindADoor
        when k.kind = 'birthday' then #mostOnADay
        else #mostOfAKey
      end""";

  private KeyQuery() {}

  /** A name and what has to agree besides, for two cores to be compared. */
  private record Key(String kind, String value, String given) {
    String select() {
      return """
      select f.core, '%s' as kind, %s as value
      from {identity.face} f
      where %s is not null
      """
          .formatted(kind, value, given);
    }
  }

  private static final List<Key> NAMED =
      List.of(
          new Key("born", "f.reading || cast(f.birthday as varchar)", "f.birthday"),
          new Key("lives", "f.reading || f.door", "f.door"),
          new Key("phone-front", "f.reading || left(f.phone, 7)", "f.phone"),
          new Key("phone-end", "f.reading || right(f.phone, 4)", "f.phone"),
          new Key("document", "f.id_number", "f.id_number"));

  /** For people of whom neither phone nor mailbox is known. */
  private static final List<Key> WITHOUT_CONTACT =
      List.of(
          new Key("day", "cast(f.birthday as varchar)", "f.birthday"),
          new Key("called", "f.surname || f.given", "f.surname"),
          new Key("turned", "f.given || f.surname", "f.surname"),
          new Key("post-given", "f.postcode || left(f.given, 2)", "f.postcode"),
          new Key("post-surname", "f.postcode || left(f.surname, 2)", "f.postcode"),
          new Key("city-given", "f.city || left(f.given, 2)", "f.city"),
          new Key("city-surname", "f.city || left(f.surname, 2)", "f.city"));

  static final TableName KEYED_HELD = TableName.of("identity.keyed");

  /** All keys of all cores. */
  static Sql keyed(boolean reachable) {
    var keys =
        Stream.concat(NAMED.stream(), reachable ? Stream.of() : WITHOUT_CONTACT.stream())
            .map(Key::select)
            .collect(Collectors.joining("union all\n"));
    return Sql.of(
            """
            select k.core,
                   k.kind,
                   k.value
            from key k
            where k.value is not null
            union all
            select r.core,
                   r.kind,
                   r.value
            from value r
            """)
        .step("key", keys)
        .step("value", "select distinct r.core, r.kind, r.value from {identity.reached} r");
  }

  /** Values that a crowd shares, as far as those go. */
  static Sql crowdedValues(long records) {
    return crowded("identity.reached", "count(distinct k.core)", records);
  }

  /** Keys that a crowd shares. */
  static Sql crowded(long records) {
    // A core has a key once.
    return crowded("identity.keyed", "count(*)", records);
  }

  private static Sql crowded(String keys, String cores, long records) {
    return limited(
        Sql.of(
            """
            select k.kind,
                   k.value
            from {%s} k
            group by k.kind, k.value
            having %s > %s
            """
                .formatted(keys, cores, CROWD)),
        records);
  }

  /** {@code records}: how many the weights were learnt from. */
  static Sql limited(Sql sql, long records) {
    return sql.with("mostBehindADoor", Value.of(MOST_BEHIND_A_DOOR))
        .with("mostOfAKey", Value.of(MOST_OF_A_KEY))
        .with("mostOnADay", Value.of(Math.max(MOST_OF_A_KEY, records / BORN_ON_A_DAY)));
  }

  /** The keys to be kept, one row for each core that has one. */
  static final Sql KEPT =
      Sql.of(
          """
          select n.customer_id,
                 k.kind,
                 k.value
          from {identity.keyed} k
          join {identity.next} n on n.node = k.core
          """);
}
