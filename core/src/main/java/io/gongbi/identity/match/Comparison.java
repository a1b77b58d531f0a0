package io.gongbi.identity.match;

import io.gongbi.catalog.Label;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * What is compared of two people, and how far it can agree: level 1 is another value, the highest
 * is the same one, 0 says that one side has none. The levels of all comparisons of a pair, three
 * bits each, are its pattern.
 *
 * <p>Each is of a {@link Kind}: two people of a household share phone and door and differ in name
 * and birthday, namesakes the name alone. {@link Model} rests on that difference.
 */
public enum Comparison {
  /** Whole names, unless parts of both are known. */
  NAME(
      0,
      Kind.NAME,
      """
      case
        when a.plain is null or b.plain is null then
          case when a.hint is not null and b.plain <> b.reading and b.plain not like a.hint || '%'
                 or b.hint is not null and a.plain <> a.reading and a.plain not like b.hint || '%'
                 or a.hint <> b.hint then 1
          else 0 end
        when coalesce(a.surname, a.given) is not null and coalesce(b.surname, b.given) is not null then 0
        when a.plain = b.plain then 5
        when a.reading = b.reading then 4
        when length(a.plain) >= 3 and length(b.plain) >= 3 and gb_one_edit(a.plain, b.plain) then 3
        when left(a.plain, 1) = left(b.plain, 1) then 2
        else 1
      end"""),
  SURNAME(1, Kind.NAME, words("surname", "given")),
  GIVEN(2, Kind.NAME, words("given", "surname")),
  BIRTHDAY(
      3,
      Kind.BIRTH,
      """
      case
        when a.birthday is null or b.birthday is null then 0
        when a.birthday = b.birthday then 4
        when gb_one_edit(cast(a.birthday as varchar), cast(b.birthday as varchar))
          or year(a.birthday) = year(b.birthday) and month(a.birthday) = day(b.birthday)
            and day(a.birthday) = month(b.birthday) then 3
        when case when year(a.birthday) = year(b.birthday) then 1 else 0 end
          + case when month(a.birthday) = month(b.birthday) then 1 else 0 end
          + case when day(a.birthday) = day(b.birthday) then 1 else 0 end >= 2 then 2
        else 1
      end"""),
  GENDER(
      4,
      Kind.OTHER,
      """
      case
        when a.gender is null or b.gender is null then 0
        when a.gender = b.gender then 2
        else 1
      end"""),
  PHONE(5, Kind.CONTACT, shared("phone", "gb_one_edit(a.phone, b.phone)")),
  EMAIL(6, Kind.CONTACT, shared("email", "gb_alike(a.email, b.email) >= 0.9")),
  /** An address down to the door. */
  DOOR(
      7,
      Kind.CONTACT,
      """
      case
        when door_same = 1 then 4
        when a.door is null or b.door is null then 0
        when gb_alike(a.door, b.door) >= 0.92 then 3
        when gb_alike(a.door, b.door) >= 0.8 then 2
        else 1
      end"""),
  CITY(
      8,
      Kind.CONTACT,
      """
      case
        when a.city is null or b.city is null then 0
        when a.city = b.city or length(a.city) >= 5 and gb_alike(a.city, b.city) >= 0.9 then 2
        else 1
      end"""),
  POSTCODE(9, Kind.CONTACT, coded("postcode")),
  ID_NUMBER(10, Kind.OTHER, coded("id_number")),
  /**
   * A card, account or device that several people use. Accounts of two platforms say nothing of
   * each other.
   */
  SHARED_ID(
      11,
      Kind.CONTACT,
      """
      case
        when id_same = 1 then 2
        when a.member_card is not null and b.member_card is not null
          or a.unionid is not null and b.unionid is not null
          or a.device is not null and b.device is not null then 1
        else 0
      end""");

  /** What two people can have in common without being one. */
  public enum Kind {
    NAME,
    BIRTH,
    CONTACT,
    OTHER;

    /** Two people who have that in common. */
    public Label two() {
      return switch (this) {
        case NAME -> new Label("同名的两个人", "two namesakes");
        case BIRTH -> new Label("同一天生日的两个人", "two people born on one day");
        case CONTACT -> new Label("共用联系方式的两个人", "two people who share how to reach them");
        case OTHER -> new Label("两个陌生人", "two strangers");
      };
    }
  }

  /** Of one in eight: seven levels and none. */
  private static final int SHIFT = 3;

  /** Where its level stands in a pattern; a promise to what is kept. */
  private final int place;

  private final Kind kind;
  private final String level;

  Comparison(int place, Kind kind, String level) {
    this.place = place;
    this.kind = kind;
    this.level = level;
  }

  /** Words that may be misspelt, or stand in each other's place. */
  private static String words(String column, String other) {
    return """
    case
      when a.%1$s is null or b.%1$s is null then 0
      when a.%1$s = b.%1$s then 4
      when gb_one_edit(a.%1$s, b.%1$s) or gb_alike(a.%1$s, b.%1$s) >= 0.92
        or gb_alike(a.%1$s, b.%2$s) >= 0.8 and gb_alike(a.%2$s, b.%1$s) >= 0.8 then 3
      when gb_alike(a.%1$s, b.%1$s) >= 0.8 then 2
      else 1
    end"""
        .formatted(column, other);
  }

  /** A code that somebody typed. */
  private static String coded(String column) {
    return """
    case
      when a.%1$s is null or b.%1$s is null then 0
      when a.%1$s = b.%1$s then 3
      when gb_one_edit(a.%1$s, b.%1$s) then 2
      else 1
    end"""
        .formatted(column);
  }

  /** What people can have several of: one value in common is enough. */
  private static String shared(String column, String near) {
    return """
    case
      when %1$s_same = 1 then 3
      when a.%1$s is null or b.%1$s is null then 0
      when %2$s then 2
      else 1
    end"""
        .formatted(column, near);
  }

  int place() {
    return place;
  }

  public Kind kind() {
    return kind;
  }

  public int levels() {
    return UsualRates.strangers(this).size();
  }

  /** What a level says, in words. */
  public Label found(int level) {
    return LevelWords.of(this).get(level - 1);
  }

  /** The level of this comparison in a pattern; 0 when one side has no value. */
  public int level(long pattern) {
    return (int) (pattern >> (SHIFT * place)) & ((1 << SHIFT) - 1);
  }

  /** The pattern with this comparison at a level. */
  public long at(int reached) {
    return (long) reached << (SHIFT * place);
  }

  /**
   * Whether a pair may become one person at all. Whoever is called otherwise is somebody else,
   * whatever they share; and a name, a phone, a mailbox, a shared card or a document must be the
   * same one: to live behind one door, or to have a number that differs in a digit, is not enough.
   */
  public static boolean mayJoin(long pattern) {
    int name = NAME.level(pattern);
    if (name == 1 || name == 2) return false;
    return name >= 3
        || SURNAME.level(pattern) >= 3
        || GIVEN.level(pattern) >= 3
        || ID_NUMBER.level(pattern) == ID_NUMBER.levels()
        || PHONE.level(pattern) == PHONE.levels()
        || EMAIL.level(pattern) == EMAIL.levels()
        || SHARED_ID.level(pattern) == SHARED_ID.levels();
  }

  /** In SQL: the pattern of the people {@code a} and {@code b} and of what they have in common. */
  public static String pattern() {
    return Arrays.stream(values())
        .map(c -> "cast(" + c.level + " as bigint) * " + c.at(1))
        .collect(Collectors.joining("\n+ "));
  }
}
