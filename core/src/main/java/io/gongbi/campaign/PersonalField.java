package io.gongbi.campaign;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What a message may say of its reader. Written {@code {name}} or {@code {姓名}}: whoever writes
 * Chinese writes these words in Chinese too.
 */
enum PersonalField {
  NAME("name", "姓名"),
  CITY("city", "城市"),
  LEVEL("level", "等级"),
  /** What the movements of points come to, whole ones. Who has none left lacks them. */
  POINTS("points", "积分"),
  /** Whole days from the last order to the as-of day. */
  DAYS("days", "未购天数"),
  /** What they bought last; of several things the dearest. */
  PRODUCT("product", "上次商品");

  private final String code;
  private final String word;

  PersonalField(String code, String word) {
    this.code = code;
    this.word = word;
  }

  /** Its column, and its name between the braces. */
  String code() {
    return code;
  }

  static Optional<PersonalField> of(String name) {
    return Arrays.stream(values())
        .filter(f -> f.code.equals(name) || f.word.equals(name))
        .findAny();
  }

  /** All names, for whoever wrote another: {@code {姓名} {name} …}. */
  static String known() {
    return String.join(
        " ",
        Arrays.stream(values())
            .flatMap(f -> List.of("{" + f.word + "}", "{" + f.code + "}").stream())
            .toList());
  }
}
