package io.gongbi.identity.match;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A name as names are compared. 張偉 and 张伟 先生 have one {@code plain}, 张伟; 张玮 and Zhang Wei share its
 * {@code reading}, zhangwei. A Western name has a surname and a given name instead, which are
 * compared one by one. Of 王女士 only {@code hint} is known: it speaks against 李丽 and for nobody. What
 * is no person's name (小鱼儿🐟, 13900000001) has none of these.
 */
public record NameForm(
    Optional<String> plain,
    Optional<String> reading,
    Optional<String> surname,
    Optional<String> given,
    Optional<String> hint) {
  private static final NameForm NONE =
      new NameForm(
          Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  private static final Pattern HAN = Pattern.compile("\\p{IsHan}");
  private static final Pattern ONLY_HAN = Pattern.compile("\\p{IsHan}+");
  private static final Pattern MINORITY = Pattern.compile("\\p{IsHan}{2,}([·•・.]\\p{IsHan}{2,})+");
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}][\\p{L}\\p{M}'’.-]*");
  private static final Pattern BRACKET = Pattern.compile("\\s*[(（\\[【].*?[)）\\]】]\\s*");
  private static final List<String> TITLES =
      List.of(
          "先生", "女士", "小姐", "太太", "老师", "同学", "经理", "总监", "主任", "医生", "大夫", "教授", "师傅", "阿姨", "叔叔",
          "大哥", "大姐", "老板", "工程师", "总", "工", "哥", "姐");

  /** {@code name} as it was cleaned. */
  public static NameForm of(String name) {
    var text =
        BRACKET
            .matcher(Normalizer.normalize(name, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT))
            .replaceAll(" ")
            .strip();
    return HAN.matcher(text).find() ? chinese(text) : latin(text);
  }

  private static NameForm chinese(String text) {
    var known = Readings.loaded();
    var name = known.simplify(text.replaceAll("\\s", ""));
    if (MINORITY.matcher(name).matches()) return full(name.replaceAll("[·•・.]", ""));
    if (!ONLY_HAN.matcher(name).matches()) return NONE;
    for (var title : TITLES) {
      if (!name.endsWith(title) || name.length() == title.length()) continue;
      var before = name.substring(0, name.length() - title.length());
      if (known.isSurname(before)) return hint(before);
      // 王工 is an engineer called Wang; 李建工 is a name.
      if (title.length() > 1) return chinese(before);
    }
    if (known.isSurname(name)) return hint(name);
    if (name.length() == 2 && "小老阿".contains(name.substring(0, 1))) {
      return known.isSurname(name.substring(1)) ? hint(name.substring(1)) : NONE;
    }
    var surname = known.surnameOf(name);
    if (surname.isEmpty() || name.length() > surname.get().length() + 2) return NONE;
    return new NameForm(
        Optional.of(name),
        known.read(surname.get(), name.substring(surname.get().length())),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static NameForm latin(String text) {
    int comma = text.indexOf(',');
    var turned =
        comma < 0 ? text : text.substring(comma + 1).strip() + " " + text.substring(0, comma);
    var words = Arrays.stream(turned.strip().split("\\s+")).filter(w -> !w.isEmpty()).toList();
    if (words.isEmpty() || !words.stream().allMatch(w -> WORD.matcher(w).matches())) return NONE;
    var reading = pinyin(words);
    if (reading.isPresent()) {
      return new NameForm(reading, reading, Optional.empty(), Optional.empty(), Optional.empty());
    }
    if (words.size() == 1) return NONE;
    var surname = bare(words.getLast());
    var given = words.subList(0, words.size() - 1).stream().map(NameForm::bare);
    return western(surname, given.collect(Collectors.joining(" ")));
  }

  /** Of a surname and a given name that stand in columns of their own. */
  public static NameForm western(String surname, String given) {
    return new NameForm(
        Optional.of(given + " " + surname),
        Optional.of(surname + given),
        Optional.of(surname),
        Optional.of(given),
        Optional.empty());
  }

  /**
   * A Chinese name in Latin letters, surname first: Wang Xiaoming, xiao ming WANG, wangxiaoming.
   */
  private static Optional<String> pinyin(List<String> words) {
    var known = Readings.loaded();
    var syllables = words.stream().map(NameForm::bare).map(known::asReading).toList();
    if (syllables.stream().anyMatch(Optional::isEmpty)) return Optional.empty();
    var read = syllables.stream().map(Optional::get).toList();
    var whole = String.join("", read);
    if (read.size() == 1) {
      // li alone is half a name; every Chinese name in one word has two syllables at least.
      boolean begins =
          read.getFirst().length() >= 4
              && IntStream.rangeClosed(1, Math.min(6, whole.length() - 1))
                  .anyMatch(
                      n ->
                          known.isSurnameReading(whole.substring(0, n))
                              && known.asReading(whole.substring(n)).isPresent());
      return begins ? Optional.of(whole) : Optional.empty();
    }
    // Wei Zhang: both are surnames, but Zhang far more often.
    boolean turned =
        !known.isCommonSurnameReading(read.getFirst())
            && known.isCommonSurnameReading(read.getLast());
    if (known.isSurnameReading(read.getFirst()) && !turned) return Optional.of(whole);
    if (!known.isSurnameReading(read.getLast())) return Optional.empty();
    return Optional.of(read.getLast() + String.join("", read.subList(0, read.size() - 1)));
  }

  private static String bare(String word) {
    return Normalizer.normalize(word, Normalizer.Form.NFD).replaceAll("[\\p{M}'’.-]", "");
  }

  private static NameForm full(String plain) {
    return new NameForm(
        Optional.of(plain),
        Optional.of(plain),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static NameForm hint(String surname) {
    return new NameForm(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(surname));
  }
}
