package io.gongbi.standard;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What a file may write for the codes of a choice: the code itself, or what people call it in
 * either language, in letters of any height. 猫, Cat and CAT are {@code cat}.
 */
public final class Choices {
  private Choices() {}

  /** Every word that stands for a code, in small letters, with the code. */
  public static Map<String, String> of(List<Field.Code> codes) {
    var words = new LinkedHashMap<String, String>();
    for (var code : codes) for (var word : words(code)) words.putIfAbsent(word, code.value());
    return words;
  }

  static Set<String> words(Field.Code code) {
    var words = new java.util.LinkedHashSet<String>();
    for (var word : List.of(code.value(), code.label().zh(), code.label().en()))
      words.add(word.strip().toLowerCase(Locale.ROOT));
    return words;
  }
}
