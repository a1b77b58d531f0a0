package io.gongbi.sample;

import io.gongbi.sample.Dice.Topic;
import io.gongbi.sample.Trap.Kind;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How clerks and forms spell what is true: mostly plainly, sometimes +86 138-0000-0000, sometimes
 * 无. Each value's spelling is its own roll of dice, so the same record is always spelled the same.
 */
final class Handwriting {

  /** Dates that forms offer first; the days of those who were born on them too tell nothing. */
  private static final Set<String> OFFERED = Set.of("1990-01-01", "1900-01-01", "0000-00-00");

  private static final DateTimeFormatter PLAIN = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
  private static final List<DateTimeFormatter> MOMENTS =
      List.of(
          DateTimeFormatter.ofPattern("yyyy/M/d H:mm"),
          DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm:ss"),
          DateTimeFormatter.ofPattern("yyyyMMddHHmmss"),
          DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss"));
  private static final DateTimeFormatter PLAIN_DAY = DateTimeFormatter.ofPattern("yyyy-MM-dd");
  private static final List<DateTimeFormatter> DAYS =
      List.of(
          DateTimeFormatter.ofPattern("yyyy/M/d"),
          DateTimeFormatter.ofPattern("yyyyMMdd"),
          DateTimeFormatter.ofPattern("yyyy年M月d日"),
          DateTimeFormatter.ofPattern("yyyy.MM.dd"));
  private static final List<String> MAIL_HOSTS =
      List.of(
          "163.com", "163.com", "126.com", "gmail.com", "outlook.com", "sina.com", "foxmail.com");

  private final long seed;
  private final Phones phones;

  Handwriting(long seed, Phones phones) {
    this.seed = seed;
    this.phones = phones;
  }

  static Spelled phone(Dice dice, String digits) {
    double u = dice.next();
    if (u < 0.018) {
      return Spelled.BLANK;
    }
    if (u < 0.0225) {
      return Spelled.nonsense(
          u < 0.0205 ? "13800138000" : u < 0.0215 ? "无" : u < 0.0220 ? "test" : "11111111111");
    }
    if (u < 0.027) {
      return Spelled.nonsense(
          switch (dice.below(4)) {
            case 0 -> digits.substring(0, 10);
            case 1 -> digits + dice.below(10);
            case 2 -> "12" + digits.substring(2);
            default -> digits.substring(0, 7) + "O" + digits.substring(8, 10);
          });
    }
    return Spelled.legible(spaced(dice.next(), digits), digits);
  }

  private static String spaced(double u, String digits) {
    String a = digits.substring(0, 3);
    String b = digits.substring(3, 7);
    String c = digits.substring(7);
    if (u < 0.79) {
      return digits;
    } else if (u < 0.85) {
      return a + " " + b + " " + c;
    } else if (u < 0.90) {
      return a + "-" + b + "-" + c;
    } else if (u < 0.94) {
      return "+86 " + digits;
    } else if (u < 0.965) {
      return "+86" + digits;
    } else if (u < 0.97) {
      return "86" + digits;
    } else if (u < 0.98) {
      return digits + " ";
    }
    return u < 0.99 ? wide(digits) : "+86-" + a + "-" + b + "-" + c;
  }

  /** Digits as a Chinese input method types them in full width: 138 becomes １３８. */
  private static String wide(String digits) {
    StringBuilder wide = new StringBuilder();
    digits.chars().forEach(c -> wide.append((char) (c - '0' + '０')));
    return wide.toString();
  }

  /** 62 % of people have an address at all; most write it where they are asked. */
  Spelled email(Person person, Topic system, double filled) {
    Dice owner = new Dice(seed, Topic.MAIL_ADDRESS, person.index(), 0);
    boolean has = owner.chance(0.62);
    String address =
        owner.chance(0.42)
            ? phones.qq(person.index()) + "@qq.com"
            : person.name().pinyin() + serial(person.index()) + "@" + owner.pick(MAIL_HOSTS);
    Dice dice = new Dice(seed, system, person.index(), 8);
    if (!has || !dice.chance(filled)) {
      return dice.chance(0.004)
          ? Spelled.nonsense(dice.pick(List.of("无", "test@test.com", "123@qq.com", "没有")))
          : Spelled.BLANK;
    }
    if (dice.chance(0.06)) {
      address = "hi." + person.name().pinyin() + serial(person.index()) + "@aliyun.com";
    }
    return slipped(
        new Dice(seed, Topic.MAIL_SLIP, person.index(), system == Topic.MEMBER_ROW ? 0 : 1),
        misspelled(dice, address));
  }

  /** 6 in 1,000 have a letter wrong before the @, 8 in 1,000 the name of the host. */
  private static Spelled slipped(Dice dice, Spelled plain) {
    double u = dice.next();
    String address = plain.means().orElse("");
    if (u >= 0.014 || !plain.text().equals(address) || address.isEmpty()) {
      return plain;
    } else if (u < 0.006) {
      return Spelled.nonsense(Typos.mailbox(dice, address))
          .with(Trap.of(Kind.MISTYPED_MAIL, address));
    }
    return misspeltHost(Typos.host(dice, address), address);
  }

  private static Spelled misspeltHost(String text, String address) {
    Spelled plain = Spelled.legible(text, address);
    return text.equals(address) ? plain : plain.with(Trap.of(Kind.MISSPELT_HOST, address));
  }

  private static Spelled misspelled(Dice dice, String address) {
    double u = dice.next();
    if (u < 0.03) {
      return Spelled.legible(address.toUpperCase(java.util.Locale.ROOT), address);
    } else if (u < 0.045) {
      return misspeltHost(
          address
              .replace("qq.com", "qq.con")
              .replace("163.com", "163.con")
              .replace("gmail", "gmial"),
          address);
    } else if (u < 0.050) {
      return Spelled.legible(" " + address, address);
    } else if (u < 0.053) {
      return Spelled.legible(address.replace('@', '＠'), address);
    } else if (u < 0.057) {
      return Spelled.nonsense(address.replace("@", ""));
    }
    return Spelled.legible(address, address);
  }

  /** Tells namesakes apart: a bijection of the first million people. */
  private static long serial(int person) {
    return (person * 7919L + 131) % 1_000_003;
  }

  /** As a form takes it, with a blank too many or a title; without the given name for some. */
  static Spelled name(Dice dice, Person person) {
    String surname = person.name().surname();
    String full = person.name().full();
    String title = person.female() ? "女士" : "先生";
    double u = dice.next();
    if (u >= 0.016 && u < 0.028) {
      return Spelled.nonsense(surname + title).with(Trap.of(Kind.TITLE, full));
    }
    String text =
        u < 0.010
            ? surname + " " + person.name().given()
            : u < 0.016
                ? full + " "
                : u < 0.034
                    ? full + title
                    : u < 0.038 ? surname + "　" + person.name().given() : full;
    return Spelled.legible(text, full);
  }

  static String gender(Dice dice, boolean female) {
    double u = dice.next();
    if (u < 0.06) {
      return "";
    } else if (u < 0.11) {
      return "未知";
    } else if (u < 0.12) {
      return female ? "F" : "M";
    } else if (u < 0.13) {
      return female ? "女性" : "男性";
    }
    return female ? "女" : "男";
  }

  /** What a name and a birthday as they were written tell together. */
  static Optional<String> nameAndBirthday(Spelled name, String birthday, Person person) {
    return birthday.isEmpty() || isOffered(birthday)
        ? Optional.empty()
        : name.means().map(full -> full + " " + person.birthday());
  }

  static boolean isOffered(String birthday) {
    return OFFERED.contains(birthday);
  }

  /** A fifth leave it empty, and 3 % took the first date the form offered. */
  static String birthday(Dice dice, LocalDate day) {
    double u = dice.next();
    if (u < 0.19) {
      return "";
    } else if (u < 0.22) {
      return "1990-01-01";
    } else if (u < 0.223) {
      return u < 0.2215 ? "1900-01-01" : "0000-00-00";
    }
    return u < 0.30 ? day.format(dice.pick(DAYS)) : day.format(PLAIN_DAY);
  }

  static String plain(LocalDateTime moment) {
    return moment.format(PLAIN);
  }

  /** This share is written in one of the other forms, some without seconds. */
  static String moment(Dice dice, LocalDateTime moment, double otherForms) {
    return dice.chance(otherForms) ? moment.format(dice.pick(MOMENTS)) : plain(moment);
  }

  /** 12345 fen is 123.45. */
  static String money(long fen) {
    return fen / 100 + "." + (fen % 100 < 10 ? "0" : "") + fen % 100;
  }
}
