package io.gongbi.identity.match;

import io.gongbi.catalog.Label;
import java.util.Arrays;
import java.util.List;
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
        when length(a.plain) >= 3 and length(b.plain) >= 3 and gb_edits(a.plain, b.plain) <= 1 then 3
        when left(a.plain, 1) = left(b.plain, 1) then 2
        else 1
      end""",
      List.of(0.97, 0.025, 0.003, 0.0005, 0.0003),
      List.of(0.03, 0.01, 0.03, 0.03, 0.9),
      List.of(
          new Label("姓名不同", "Names differ"),
          new Label("同姓不同名", "Same surname, other given name"),
          new Label("姓名差一个字", "Names differ in a character"),
          new Label("姓名同音", "Names read alike"),
          new Label("姓名相同", "Same name"))),
  SURNAME(
      Kind.NAME,
      words("surname", "given"),
      List.of(0.985, 0.005, 0.004, 0.006),
      List.of(0.1, 0.03, 0.12, 0.75),
      List.of(
          new Label("姓不同", "Surnames differ"),
          new Label("姓有些像", "Surnames somewhat alike"),
          new Label("姓差一两个字母", "Surnames nearly the same"),
          new Label("姓相同", "Same surname"))),
  GIVEN(
      Kind.NAME,
      words("given", "surname"),
      List.of(0.98, 0.006, 0.004, 0.01),
      List.of(0.1, 0.05, 0.15, 0.7),
      List.of(
          new Label("名不同", "Given names differ"),
          new Label("名有些像", "Given names somewhat alike"),
          new Label("名差一两个字母", "Given names nearly the same"),
          new Label("名相同", "Same given name"))),
  BIRTHDAY(
      Kind.BIRTH,
      """
      case
        when a.birthday is null or b.birthday is null then 0
        when a.birthday = b.birthday then 4
        when gb_edits(cast(a.birthday as varchar), cast(b.birthday as varchar)) <= 1
          or year(a.birthday) = year(b.birthday) and month(a.birthday) = day(b.birthday)
            and day(a.birthday) = month(b.birthday) then 3
        when case when year(a.birthday) = year(b.birthday) then 1 else 0 end
          + case when month(a.birthday) = month(b.birthday) then 1 else 0 end
          + case when day(a.birthday) = day(b.birthday) then 1 else 0 end >= 2 then 2
        else 1
      end""",
      List.of(0.9946, 0.003, 0.002, 0.0004),
      List.of(0.05, 0.01, 0.04, 0.9),
      List.of(
          new Label("生日不同", "Birthdays differ"),
          new Label("生日有两处相同", "Birthdays agree in two parts"),
          new Label("生日差一位数字", "Birthdays differ in a digit"),
          new Label("生日相同", "Same birthday"))),
  GENDER(
      Kind.OTHER,
      """
      case
        when a.gender is null or b.gender is null then 0
        when a.gender = b.gender then 2
        else 1
      end""",
      List.of(0.48, 0.52),
      List.of(0.03, 0.97),
      List.of(new Label("性别不同", "Genders differ"), new Label("性别相同", "Same gender"))),
  PHONE(
      Kind.CONTACT,
      shared("phone", "gb_edits(a.phone, b.phone) <= 1"),
      List.of(0.99997, 0.00001, 0.00002),
      List.of(0.25, 0.02, 0.73),
      List.of(
          new Label("手机号不同", "Phones differ"),
          new Label("手机号差一位", "Phones differ in a digit"),
          new Label("手机号相同", "Same phone"))),
  EMAIL(
      Kind.CONTACT,
      shared("email", "gb_alike(a.email, b.email) >= 0.9"),
      List.of(0.9998, 0.00018, 0.00002),
      List.of(0.3, 0.05, 0.65),
      List.of(
          new Label("邮箱不同", "E-mail addresses differ"),
          new Label("邮箱很像", "E-mail addresses nearly the same"),
          new Label("邮箱相同", "Same e-mail address"))),
  /** An address down to the door. */
  DOOR(
      Kind.CONTACT,
      """
      case
        when door_same = 1 then 4
        when a.door is null or b.door is null then 0
        when gb_alike(a.door, b.door) >= 0.92 then 3
        when gb_alike(a.door, b.door) >= 0.8 then 2
        else 1
      end""",
      List.of(0.99, 0.009, 0.0009, 0.0001),
      List.of(0.3, 0.1, 0.1, 0.5),
      List.of(
          new Label("住址不同", "Addresses differ"),
          new Label("住址有些像", "Addresses somewhat alike"),
          new Label("住址很像", "Addresses nearly the same"),
          new Label("住址相同", "Same address"))),
  CITY(
      Kind.CONTACT,
      """
      case
        when a.city is null or b.city is null then 0
        when a.city = b.city or length(a.city) >= 5 and gb_alike(a.city, b.city) >= 0.9 then 2
        else 1
      end""",
      List.of(0.95, 0.05),
      List.of(0.2, 0.8),
      List.of(new Label("城市不同", "Cities differ"), new Label("城市相同", "Same city"))),
  POSTCODE(
      Kind.CONTACT,
      coded("postcode"),
      List.of(0.99, 0.009, 0.001),
      List.of(0.2, 0.1, 0.7),
      List.of(
          new Label("邮编不同", "Postcodes differ"),
          new Label("邮编差一位", "Postcodes differ in a digit"),
          new Label("邮编相同", "Same postcode"))),
  ID_NUMBER(
      Kind.OTHER,
      coded("id_number"),
      List.of(0.9998, 0.0001, 0.0001),
      List.of(0.05, 0.05, 0.9),
      List.of(
          new Label("证件号不同", "Id numbers differ"),
          new Label("证件号差一位", "Id numbers differ in a digit"),
          new Label("证件号相同", "Same id number")));

  /** What two people can have in common without being one. */
  public enum Kind {
    NAME("同名的两个人", "two namesakes"),
    BIRTH("同一天生日的两个人", "two people born on one day"),
    CONTACT("共用联系方式的两个人", "two people who share how to reach them"),
    OTHER("两个陌生人", "two strangers");

    private final Label two;

    Kind(String zh, String en) {
      two = new Label(zh, en);
    }

    /** Two people who have that in common. */
    public Label two() {
      return two;
    }
  }

  /** Of one in eight: seven levels and none. */
  private static final int SHIFT = 3;

  private final Kind kind;
  private final String level;
  private final List<Double> byChance;
  private final List<Double> ofOne;
  private final List<Label> found;

  Comparison(
      Kind kind, String level, List<Double> byChance, List<Double> ofOne, List<Label> found) {
    this.kind = kind;
    this.level = level;
    this.byChance = byChance;
    this.ofOne = ofOne;
    this.found = found;
  }

  /** Words that may be misspelt, or stand in each other's place. */
  private static String words(String column, String other) {
    return """
    case
      when a.%1$s is null or b.%1$s is null then 0
      when a.%1$s = b.%1$s then 4
      when gb_edits(a.%1$s, b.%1$s) <= 1 or gb_alike(a.%1$s, b.%1$s) >= 0.92
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
      when gb_edits(a.%1$s, b.%1$s) <= 1 then 2
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

  public Kind kind() {
    return kind;
  }

  public int levels() {
    return byChance.size();
  }

  /** What a level says, in words. */
  public Label found(int level) {
    return found.get(level - 1);
  }

  /** How often strangers agree so far, by level from 1 on, where the data does not tell. */
  List<Double> byChance() {
    return byChance;
  }

  /** The same for two records of one person. */
  List<Double> ofOne() {
    return ofOne;
  }

  /** The level of this comparison in a pattern; 0 when one side has no value. */
  public int level(long pattern) {
    return (int) (pattern >> (SHIFT * ordinal())) & ((1 << SHIFT) - 1);
  }

  /** The pattern with this comparison at a level. */
  public long at(int reached) {
    return (long) reached << (SHIFT * ordinal());
  }

  /**
   * Whether a pair may become one person at all. Whoever is called otherwise is somebody else,
   * whatever they share; and a name, a phone, a mailbox or a document must be the same one: to live
   * behind one door, or to have a number that differs in a digit, is not enough.
   */
  public static boolean mayJoin(long pattern) {
    int name = NAME.level(pattern);
    if (name == 1 || name == 2) return false;
    return name >= 3
        || SURNAME.level(pattern) >= 3
        || GIVEN.level(pattern) >= 3
        || ID_NUMBER.level(pattern) == ID_NUMBER.levels()
        || PHONE.level(pattern) == PHONE.levels()
        || EMAIL.level(pattern) == EMAIL.levels();
  }

  /** In SQL: the pattern of the people {@code a} and {@code b} and of what they have in common. */
  public static String pattern() {
    return Arrays.stream(values())
        .map(c -> "cast(" + c.level + " as bigint) * " + c.at(1))
        .collect(Collectors.joining("\n+ "));
  }
}
